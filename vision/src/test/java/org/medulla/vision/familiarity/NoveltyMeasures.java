package org.medulla.vision.familiarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ways to tell from an embedding alone whether a cell was ever seen the like of, for comparison. */
public final class NoveltyMeasures {
    private static final int NEIGHBOUR = 5;

    private final NoveltyMeter nearestClass;
    private final NoveltyMeter anyCell;
    private final List<double[]> references = new ArrayList<>();

    /** Measures from some cells of each class that were learned from. */
    public NoveltyMeasures(List<float[]> embeddings, List<Integer> labels) {
        nearestClass = new NoveltyMeter(NoveltyFit.fit(embeddings, labels));
        anyCell = new NoveltyMeter(
                NoveltyFit.fit(embeddings, labels.stream().map(_ -> 0).toList()));
        embeddings.forEach(embedding -> references.add(ofLengthOne(embedding)));
    }

    /** The logarithm of the squared Mahalanobis distance from the nearest class (Lee 2018). */
    public double distance(float[] embedding) {
        return nearestClass.measure(embedding);
    }

    /** By how much the squared distance from the nearest class exceeds that from all cells taken together (Ren 2021). */
    public double relativeDistance(float[] embedding) {
        return Math.exp(nearestClass.measure(embedding)) - Math.exp(anyCell.measure(embedding));
    }

    /** The distance of the fifth nearest cell (Sun 2022), as 1 less the cosine. */
    public double neighbourDistance(float[] embedding) {
        double[] own = ofLengthOne(embedding);
        return references.stream()
                .map(reference -> 1 - dot(own, reference))
                .sorted(Comparator.naturalOrder())
                .skip(NEIGHBOUR - 1L)
                .findFirst()
                .orElseThrow();
    }

    private static double[] ofLengthOne(float[] embedding) {
        double[] row = new double[embedding.length];
        double square = 0;
        for (float value : embedding) {
            square += (double) value * value;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = square > 0 ? embedding[i] / Math.sqrt(square) : 0;
        }
        return row;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
