package org.medulla.cytology.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say: cells in bins by the probability of the class they were called, and in each
 * bin the share that was right. Bins without a cell are left out.
 *
 * @param bins in rising order
 */
public record Reliability(List<Bin> bins) {
    /** How many bins of equal width there are (Guo et al., ICML 2017). */
    public static final int BINS = 15;

    /** Copies the bins. */
    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * The cells whose confidence lies above {@code low} and not above {@code high}.
     *
     * @param low lower end, excluded
     * @param high upper end, included
     * @param count how many cells, at least 1
     * @param meanProbability mean probability of the class they were called
     * @param shareRight share of them that belong to that class
     */
    public record Bin(double low, double high, long count, double meanProbability, double shareRight) {}

    /** The reliability of all cells. */
    public static Reliability of(Scores scores) {
        long[] count = new long[BINS];
        long[] right = new long[BINS];
        double[] probability = new double[BINS];
        for (int cell = 0; cell < scores.size(); cell++) {
            int bin = bin(scores.confidence(cell));
            count[bin]++;
            probability[bin] += scores.confidence(cell);
            right[bin] += scores.truthIndex(cell) == scores.predictedIndex(cell) ? 1 : 0;
        }
        return of(count, probability, right);
    }

    /**
     * Expected calibration error: the difference between mean probability and share right, averaged over the bins with
     * their cells as weights; 0 is perfect.
     */
    public double expectedCalibrationError() {
        double sum = 0;
        long cells = 0;
        for (Bin bin : bins) {
            sum += bin.count * Math.abs(bin.meanProbability - bin.shareRight);
            cells += bin.count;
        }
        return sum / cells;
    }

    static int bin(double confidence) {
        return Math.clamp((int) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
    }

    static Reliability of(long[] count, double[] probability, long[] right) {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                bins.add(new Bin(
                        (double) bin / BINS,
                        (bin + 1.0) / BINS,
                        count[bin],
                        probability[bin] / count[bin],
                        (double) right[bin] / count[bin]));
            }
        }
        return new Reliability(bins);
    }
}
