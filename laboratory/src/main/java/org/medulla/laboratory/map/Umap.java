package org.medulla.laboratory.map;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.medulla.cytology.job.Progress;

/**
 * Uniform Manifold Approximation and Projection: a graph of nearest neighbours is laid out in the plane by springs along its edges
 * and repulsion elsewhere (McInnes L, Healy J, Melville J, arXiv 1802.03426v3). Neighbourhoods can be trusted, distances between
 * groups and the sizes of groups hardly. Neighbours are found exactly and the layout starts from the two principal components, so
 * that the same points and seed give the same map.
 *
 * @param neighbours how many neighbours of each point are joined to it; more show the large, fewer the small
 * @param epochs how often the layout goes through the edges
 * @param seed where the random numbers start
 */
public record Umap(int neighbours, int epochs, long seed) {
    /**
     * The curve 1 / (1 + a d^2b) by which points attract each other, fitted by least squares to exp(-(d - 0.1)) beyond the least
     * distance 0.1 and to 1 below.
     */
    private static final double A = 1.57694346;

    private static final double B = 0.89506088;
    private static final int REPULSIONS_PER_ATTRACTION = 5;
    private static final double MOST_STEP = 4;
    private static final double EXTENT = 10;

    public Umap {
        if (neighbours < 2 || epochs < 1) {
            throw new IllegalArgumentException("Not " + neighbours + " neighbours, " + epochs + " epochs");
        }
    }

    /** 15 neighbours and 500 epochs, as the authors' program does for some thousand points. */
    public static Umap standard() {
        return new Umap(15, 500, 2026);
    }

    /** A point of the map. */
    public record Place(double x, double y) {}

    /**
     * Lays points out. The time grows with the square of their number: some seconds for 3,000 points of 512 numbers.
     *
     * @param points rows of equal length; at least one
     * @return a place for each point, in order
     */
    public List<Place> layOut(List<float[]> points, Progress progress) {
        double[][] places = PrincipalAxes.project(points, EXTENT, seed);
        if (points.size() > 3) {
            NeighbourGraph graph =
                    NeighbourGraph.of(Neighbours.find(points, Math.min(neighbours, points.size() - 1), progress));
            try (Progress.Stage stage = progress.stage("Laying out the map", epochs)) {
                settle(places, graph.keepHeavierThan(1.0 / epochs), stage);
            }
        }
        return Arrays.stream(places).map(place -> new Place(place[0], place[1])).toList();
    }

    private void settle(double[][] places, NeighbourGraph graph, Progress.Stage stage) {
        SplittableRandom random = new SplittableRandom(seed);
        int edges = graph.edges();
        // An edge pulls the more often the heavier it is: the heaviest in every epoch.
        double[] due = new double[edges];
        for (int edge = 0; edge < edges; edge++) {
            due[edge] = graph.epochsBetweenPulls(edge);
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            double rate = 1 - (double) epoch / epochs;
            for (int edge = 0; edge < edges; edge++) {
                if (due[edge] <= epoch) {
                    due[edge] += graph.epochsBetweenPulls(edge);
                    double[] head = places[graph.head(edge)];
                    attract(head, places[graph.tail(edge)], rate);
                    for (int i = 0; i < REPULSIONS_PER_ATTRACTION; i++) {
                        int other = random.nextInt(places.length);
                        if (other != graph.head(edge)) {
                            repel(head, places[other], rate);
                        }
                    }
                }
            }
            stage.advance(1);
        }
    }

    private static void attract(double[] head, double[] tail, double rate) {
        double square = square(head, tail);
        if (square > 0) {
            double pull = -2 * A * B * Math.pow(square, B - 1) / (A * Math.pow(square, B) + 1);
            for (int axis = 0; axis < 2; axis++) {
                double step = rate * Math.clamp(pull * (head[axis] - tail[axis]), -MOST_STEP, MOST_STEP);
                head[axis] += step;
                tail[axis] -= step;
            }
        }
    }

    private static void repel(double[] head, double[] other, double rate) {
        double square = square(head, other);
        double push = 2 * B / ((0.001 + square) * (A * Math.pow(square, B) + 1));
        for (int axis = 0; axis < 2; axis++) {
            // Points on one spot are driven apart, as the authors' program does.
            head[axis] += rate
                    * (square > 0 ? Math.clamp(push * (head[axis] - other[axis]), -MOST_STEP, MOST_STEP) : MOST_STEP);
        }
    }

    private static double square(double[] one, double[] other) {
        double x = one[0] - other[0];
        double y = one[1] - other[1];
        return x * x + y * y;
    }
}
