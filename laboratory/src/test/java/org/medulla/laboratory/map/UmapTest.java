package org.medulla.laboratory.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.map.Umap.Place;

class UmapTest {
    private static final Umap UMAP = new Umap(15, 200, 1);

    @Test
    void theSamePointsAndSeedGiveTheSameMap() {
        List<float[]> points = groups(4, 40, 30, 6);

        assertThat(layOut(UMAP, points)).isEqualTo(layOut(UMAP, points));
        assertThat(layOut(new Umap(15, 200, 2), points)).isNotEqualTo(layOut(UMAP, points));
    }

    /** Six groups in thirty dimensions: the nearest neighbour on the map is of the same group. */
    @Test
    void groupsThatAreApartStayApart() {
        List<float[]> points = groups(6, 50, 30, 5);
        List<Place> places = layOut(UMAP, points);
        long together = IntStream.range(0, points.size())
                .filter(point -> nearest(places, point) / 50 == point / 50)
                .count();

        assertThat(together).isGreaterThanOrEqualTo(298);
    }

    /**
     * A long spiral band in three dimensions, rolled up: trustworthiness of 15 neighbours (Venna J, Kaski S, ICANN 2001, as scikit-learn
     * computes it) is near 1, where two principal components reach only 0.9.
     */
    @Test
    void neighboursOnTheMapWereNeighboursBefore() {
        SplittableRandom random = new SplittableRandom(3);
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double turn = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
            points.add(new float[] {
                (float) (turn * Math.cos(turn)), (float) (21 * random.nextDouble()), (float) (turn * Math.sin(turn))
            });
        }
        double umap = trustworthiness(points, layOut(Umap.standard(), points), 15);
        double axes = trustworthiness(
                points,
                java.util.Arrays.stream(PrincipalAxes.project(points, 10, 1))
                        .map(place -> new Place(place[0], place[1]))
                        .toList(),
                15);

        assertThat(umap).isGreaterThan(0.97).isGreaterThan(axes + 0.03);
    }

    /** From distances 1, 2, 3 and 4, of which the memberships have to add up to log2(4) = 2, by scipy.optimize.brentq. */
    @Test
    void membershipsAddUpToTheLogarithmOfTheirNumber() {
        Map<Integer, Double> memberships =
                NeighbourGraph.memberships(new Neighbours(List.of(7, 8, 9, 10), List.of(1.0, 2.0, 3.0, 4.0)));

        assertThat(memberships.get(7)).isEqualTo(1);
        assertThat(memberships.get(8)).isCloseTo(0.5436890126920764, within(1e-9));
        assertThat(memberships.values().stream().mapToDouble(m -> m).sum()).isCloseTo(2, within(1e-9));
    }

    @Test
    void twoViewsOfAnEdgeJoinAsChancesDo() {
        NeighbourGraph graph = NeighbourGraph.of(List.of(
                new Neighbours(List.of(1, 2), List.of(1.0, 2.0)),
                new Neighbours(List.of(0, 2), List.of(1.0, 1.5)),
                new Neighbours(List.of(1, 0), List.of(1.5, 2.0))));

        assertThat(graph.edges()).isEqualTo(6);
        for (int edge = 0; edge < graph.edges(); edge++) {
            assertThat(graph.weight(edge)).isGreaterThan(0).isLessThanOrEqualTo(1);
        }
        assertThat(graph.epochsBetweenPulls(0)).isEqualTo(1);
    }

    @Test
    void fewPointsAndEqualPointsHaveAPlaceToo() {
        for (int count : new int[] {1, 2, 3, 4, 20}) {
            List<float[]> equal = IntStream.range(0, count)
                    .mapToObj(_ -> new float[] {1, 2, 3})
                    .toList();
            assertThat(layOut(UMAP, equal)).hasSize(count).allSatisfy(place -> {
                assertThat(place.x()).isFinite();
                assertThat(place.y()).isFinite();
            });
        }
    }

    @Test
    void thePrincipalAxesAreThoseOfTheGreatestVariance() {
        List<float[]> points =
                List.of(new float[] {0, 10, 0}, new float[] {0, -10, 0}, new float[] {0, 0, 2}, new float[] {0, 0, -2});
        double[][] places = PrincipalAxes.project(points, 10, 1);

        assertThat(Math.abs(places[0][0])).isCloseTo(10, within(0.01));
        assertThat(Math.abs(places[2][0])).isCloseTo(0, within(0.01));
        assertThat(Math.abs(places[2][1])).isCloseTo(2, within(0.01));
    }

    private static List<Place> layOut(Umap umap, List<float[]> points) {
        return umap.layOut(points, Progress.silent());
    }

    private static List<float[]> groups(int groups, int each, int dimensions, double apart) {
        SplittableRandom random = new SplittableRandom(9);
        List<float[]> points = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            double[] middle = random.doubles(dimensions).map(d -> apart * d).toArray();
            for (int i = 0; i < each; i++) {
                float[] point = new float[dimensions];
                for (int d = 0; d < dimensions; d++) {
                    point[d] = (float) (middle[d] + random.nextGaussian());
                }
                points.add(point);
            }
        }
        return points;
    }

    private static int nearest(List<Place> places, int point) {
        return IntStream.range(0, places.size())
                .filter(other -> other != point)
                .boxed()
                .min(Comparator.comparingDouble(other -> distance(places.get(point), places.get(other))))
                .orElseThrow();
    }

    private static double trustworthiness(List<float[]> points, List<Place> places, int k) {
        int n = points.size();
        List<Neighbours> before = Neighbours.find(points, n - 1, Progress.silent());
        List<Neighbours> after = Neighbours.find(
                places.stream()
                        .map(p -> new float[] {(float) p.x(), (float) p.y()})
                        .toList(),
                k,
                Progress.silent());
        double penalty = 0;
        for (int i = 0; i < n; i++) {
            for (int neighbour : after.get(i).ids()) {
                penalty += Math.max(0, before.get(i).ids().indexOf(neighbour) + 1 - k);
            }
        }
        return 1 - 2 * penalty / (n * (double) k * (2 * n - 3 * k - 1));
    }

    private static double distance(Place one, Place other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
