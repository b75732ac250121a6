package org.medulla.laboratory.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;

/**
 * The nearest neighbours of a point, the nearest first, without the point itself.
 *
 * @param ids their numbers
 * @param distances their Euclidean distances, rising
 */
record Neighbours(List<Integer> ids, List<Double> distances) {
    Neighbours {
        ids = List.copyOf(ids);
        distances = List.copyOf(distances);
    }

    /** Finds the neighbours of every point exactly; of equally far ones, those with the smaller number. */
    static List<Neighbours> find(List<float[]> points, int count, Progress progress) {
        List<Neighbours> found = new ArrayList<>(points.size());
        try (Progress.Stage stage = progress.stage("Finding similar cells", points.size())) {
            OrderedWork.onAllCores("Neighbours")
                    .run(
                            IntStream.range(0, points.size()).iterator(),
                            (Integer point) -> of(points, point, count),
                            neighbours -> {
                                found.add(neighbours);
                                stage.advance(1);
                            });
        }
        return found;
    }

    private static Neighbours of(List<float[]> points, int point, int count) {
        double[] squares = new double[points.size()];
        for (int other = 0; other < squares.length; other++) {
            squares[other] = square(points.get(point), points.get(other));
        }
        List<Integer> nearest = IntStream.range(0, squares.length)
                .filter(other -> other != point)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> squares[other]))
                .limit(count)
                .toList();
        return new Neighbours(
                nearest,
                nearest.stream().map(other -> Math.sqrt(squares[other])).toList());
    }

    private static double square(float[] one, float[] other) {
        // Four sums, so that the processor need not wait for each addition.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            double p = one[i] - other[i];
            double q = one[i + 1] - other[i + 1];
            double r = one[i + 2] - other[i + 2];
            double s = one[i + 3] - other[i + 3];
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < one.length; i++) {
            double p = one[i] - other[i];
            a += p * p;
        }
        return a + b + c + d;
    }
}
