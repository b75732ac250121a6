package org.medulla.cytology.evaluation;

import java.util.List;
import org.medulla.cytology.job.MedullaException;

/**
 * How often cells of each true class (rows) were called each class of the model (columns). The rows are the model's
 * classes in its order, followed by true classes that it cannot name; so truth and prediction agree where row and column
 * have the same number.
 */
public final class ConfusionMatrix {
    private final List<String> truths;
    private final List<String> predictions;
    private final long[] counts;
    private final long[] support;
    private final long[] predicted;
    private final long total;

    /** Takes over counts that lie row by row; package-private because it does not copy. */
    ConfusionMatrix(List<String> truths, List<String> predictions, long[] counts) {
        this.truths = truths;
        this.predictions = predictions;
        this.counts = counts;
        support = new long[truths.size()];
        predicted = new long[predictions.size()];
        for (int row = 0; row < support.length; row++) {
            for (int column = 0; column < predicted.length; column++) {
                support[row] += count(row, column);
                predicted[column] += count(row, column);
            }
        }
        long sum = 0;
        for (long cells : support) {
            sum += cells;
        }
        total = sum;
    }

    /** Counts the most probable class of each cell. */
    public static ConfusionMatrix of(Scores scores) {
        int columns = scores.classes().size();
        long[] counts = new long[scores.truths().size() * columns];
        for (int cell = 0; cell < scores.size(); cell++) {
            counts[scores.truthIndex(cell) * columns + scores.predictedIndex(cell)]++;
        }
        return new ConfusionMatrix(scores.truths(), scores.classes(), counts);
    }

    /** The true classes: one for each row. */
    public List<String> truths() {
        return truths;
    }

    /** The classes of the model: one for each column. */
    public List<String> predictions() {
        return predictions;
    }

    /** How many cells of a true class were called a class. */
    public long count(String truth, String prediction) {
        return count(index(truths, truth), index(predictions, prediction));
    }

    /** How many cells of a true class there are. */
    public long support(String truth) {
        return support[index(truths, truth)];
    }

    /** How many cells were called a class; 0 for a class that the model cannot name. */
    public long predicted(String code) {
        int column = index(truths, code);
        return column < predicted.length ? predicted[column] : 0;
    }

    /** How many cells there are. */
    public long total() {
        return total;
    }

    long count(int truth, int prediction) {
        return counts[truth * predictions.size() + prediction];
    }

    long support(int truth) {
        return support[truth];
    }

    long predicted(int prediction) {
        return prediction < predicted.length ? predicted[prediction] : 0;
    }

    private static int index(List<String> codes, String code) {
        int index = codes.indexOf(code);
        if (index < 0) {
            throw MedullaException.user("The confusion matrix has no class " + code + "; it has " + codes + ".");
        }
        return index;
    }
}
