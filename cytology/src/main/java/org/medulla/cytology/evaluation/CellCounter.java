package org.medulla.cytology.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts a weighted sample of the scored cells. All that does not depend on the weights is computed once; the cells lie in
 * falling order of confidence. Not safe for use by several threads.
 */
final class CellCounter {
    private static final byte WRONG = 0;
    private static final byte SECOND = 1;
    private static final byte RIGHT = 2;

    private final Scores scores;
    private final ClassRules rules;
    private final BitSet filled;
    private final int[] cluster;
    private final int[] pair;
    private final byte[] outcome;
    private final float[] confidence;
    private final byte[] bin;
    private final double[] brier;
    private final RankedCells[] ranked;
    private final int[] weights;

    CellCounter(Scores scores, ClassRules rules, BitSet filled) {
        this.scores = scores;
        this.rules = rules;
        this.filled = filled;
        int cells = scores.size();
        cluster = new int[cells];
        pair = new int[cells];
        outcome = new byte[cells];
        confidence = new float[cells];
        bin = new byte[cells];
        brier = new double[cells];
        weights = new int[cells];
        int[] order = fallingConfidence(scores);
        for (int position = 0; position < cells; position++) {
            int cell = order[position];
            int truth = scores.truthIndex(cell);
            cluster[position] = scores.cluster(cell);
            pair[position] = truth * scores.classes().size() + scores.predictedIndex(cell);
            outcome[position] = outcome(scores, cell);
            confidence[position] = (float) scores.confidence(cell);
            bin[position] = (byte) Reliability.bin(confidence[position]);
            brier[position] = brier(scores, cell);
        }
        ranked = IntStream.range(0, scores.classes().size())
                .mapToObj(code -> new RankedCells(
                        cells,
                        position -> scores.probability(order[position], code),
                        position -> scores.truthIndex(order[position]) == code))
                .toArray(RankedCells[]::new);
    }

    /**
     * Counts a sample.
     *
     * @param clusterWeights how often each cluster is in the sample
     */
    Tally count(int[] clusterWeights) {
        long total = 0;
        for (int position = 0; position < weights.length; position++) {
            weights[position] = clusterWeights[cluster[position]];
            total += weights[position];
        }
        long[] counts = new long[scores.truths().size() * scores.classes().size()];
        long[] binCount = new long[Reliability.BINS];
        long[] binRight = new long[Reliability.BINS];
        double[] binConfidence = new double[Reliability.BINS];
        SelectiveAccuracy coverage90 = new SelectiveAccuracy(0.9 * total);
        SelectiveAccuracy coverage80 = new SelectiveAccuracy(0.8 * total);
        double brierSum = 0;
        long secondRight = 0;
        long tied = 0;
        long tiedRight = 0;
        for (int position = 0; position < weights.length; position++) {
            int weight = weights[position];
            int right = outcome[position] == RIGHT ? weight : 0;
            counts[pair[position]] += weight;
            binCount[bin[position]] += weight;
            binRight[bin[position]] += right;
            binConfidence[bin[position]] += weight * (double) confidence[position];
            brierSum += weight * brier[position];
            secondRight += outcome[position] == SECOND ? weight : 0;
            tied += weight;
            tiedRight += right;
            if (position + 1 == weights.length || confidence[position + 1] < confidence[position]) {
                coverage90.add(tied, tiedRight);
                coverage80.add(tied, tiedRight);
                tied = 0;
                tiedRight = 0;
            }
        }
        return new Tally(
                rules,
                filled,
                new ConfusionMatrix(scores.truths(), scores.classes(), counts),
                secondRight,
                brierSum,
                Reliability.of(binCount, binConfidence, binRight),
                coverage90.value(),
                coverage80.value(),
                rocAuc());
    }

    private List<Double> rocAuc() {
        return IntStream.range(0, scores.truths().size())
                .mapToDouble(truth -> truth < ranked.length ? ranked[truth].rocAuc(weights) : Double.NaN)
                .boxed()
                .toList();
    }

    private static int[] fallingConfidence(Scores scores) {
        int[] rising = RankedCells.rising(scores.size(), scores::confidence);
        return IntStream.range(0, rising.length)
                .map(rank -> rising[rising.length - 1 - rank])
                .toArray();
    }

    /** Where the true class stands among the probabilities; of equal ones, the first in the model's order comes first. */
    private static byte outcome(Scores scores, int cell) {
        int truth = scores.truthIndex(cell);
        if (truth >= scores.classes().size()) {
            return WRONG;
        }
        double own = scores.probability(cell, truth);
        int ahead = 0;
        for (int other = 0; other < scores.classes().size(); other++) {
            double probability = scores.probability(cell, other);
            ahead += probability > own || (probability == own && other < truth) ? 1 : 0;
        }
        return ahead == 0 ? RIGHT : ahead == 1 ? SECOND : WRONG;
    }

    /** Squared distance between the probabilities and the truth; a truth that the model cannot name adds 1. */
    private static double brier(Scores scores, int cell) {
        int truth = scores.truthIndex(cell);
        double sum = truth < scores.classes().size() ? 0 : 1;
        for (int code = 0; code < scores.classes().size(); code++) {
            double difference = scores.probability(cell, code) - (code == truth ? 1 : 0);
            sum += difference * difference;
        }
        return sum;
    }
}
