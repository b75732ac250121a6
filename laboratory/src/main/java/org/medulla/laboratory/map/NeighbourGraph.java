package org.medulla.laboratory.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The graph that UMAP lays out. From each point's own view its nearest neighbour is joined to it for certain and farther ones the
 * less, at a scale by which the memberships add up to log2 of their number; two views of an edge join as independent chances do
 * (algorithms 2 and 3 of the paper). Every edge is there in both directions.
 */
final class NeighbourGraph {
    private static final double LEAST_SCALE = 1e-3;
    private static final int HALVINGS = 64;

    private final List<Edge> edges;
    private final double heaviest;

    private NeighbourGraph(List<Edge> edges) {
        this.edges = edges;
        this.heaviest = edges.stream().mapToDouble(Edge::weight).max().orElse(1);
    }

    private record Edge(int head, int tail, double weight) {}

    /** The graph of each point's neighbours. */
    static NeighbourGraph of(List<Neighbours> neighbours) {
        List<Map<Integer, Double>> views = new ArrayList<>();
        for (Neighbours of : neighbours) {
            views.add(memberships(of));
        }
        List<Edge> edges = new ArrayList<>();
        for (int head = 0; head < views.size(); head++) {
            for (Map.Entry<Integer, Double> view : views.get(head).entrySet()) {
                int tail = view.getKey();
                double forth = view.getValue();
                Double back = views.get(tail).get(head);
                double weight = back == null ? forth : forth + back - forth * back;
                edges.add(new Edge(head, tail, weight));
                if (back == null) {
                    edges.add(new Edge(tail, head, weight));
                }
            }
        }
        edges.sort(Comparator.comparingInt(Edge::head).thenComparingInt(Edge::tail));
        return new NeighbourGraph(edges);
    }

    /** How surely each neighbour belongs to the point, 0 to 1. */
    static Map<Integer, Double> memberships(Neighbours neighbours) {
        List<Double> distances = neighbours.distances();
        double nearest = distances.stream().filter(d -> d > 0).findFirst().orElse(0.0);
        double wanted = Math.log(distances.size()) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double scale = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double sum = 0;
            for (double distance : distances) {
                sum += membership(distance, nearest, scale);
            }
            if (sum > wanted) {
                high = scale;
                scale = (low + high) / 2;
            } else {
                low = scale;
                scale = high == Double.POSITIVE_INFINITY ? 2 * scale : (low + high) / 2;
            }
        }
        double mean = distances.stream().mapToDouble(d -> d).average().orElse(0);
        scale = Math.max(scale, LEAST_SCALE * mean);
        Map<Integer, Double> memberships = new TreeMap<>();
        for (int i = 0; i < distances.size(); i++) {
            memberships.put(neighbours.ids().get(i), membership(distances.get(i), nearest, scale));
        }
        return memberships;
    }

    private static double membership(double distance, double nearest, double scale) {
        double beyond = distance - nearest;
        return beyond <= 0 ? 1 : Math.exp(-beyond / scale);
    }

    /** The graph without the edges that weigh less than this share of the heaviest: they would never pull. */
    NeighbourGraph keepHeavierThan(double share) {
        return new NeighbourGraph(
                edges.stream().filter(edge -> edge.weight() >= share * heaviest).toList());
    }

    int edges() {
        return edges.size();
    }

    int head(int edge) {
        return edges.get(edge).head();
    }

    int tail(int edge) {
        return edges.get(edge).tail();
    }

    double weight(int edge) {
        return edges.get(edge).weight();
    }

    /** 1 for the heaviest edge, 2 for one of half its weight. */
    double epochsBetweenPulls(int edge) {
        return heaviest / edges.get(edge).weight();
    }
}
