package org.medulla.cytology.evaluation;

/**
 * Which predictions count as right for which truth, and what follows from it for a confusion matrix: strictly (only the
 * same class) or tolerantly (a neighbouring stage too). Undefined shares are {@code NaN} here; the public records turn
 * them into empty Optionals.
 */
final class Agreement {
    private final boolean[][] right;

    /** Takes over a table of truths (rows) and predictions (columns). */
    Agreement(boolean[][] right) {
        this.right = right;
    }

    /** Share of the cells whose prediction is right. */
    double accuracy(ConfusionMatrix confusion) {
        long agreed = 0;
        for (int truth = 0; truth < right.length; truth++) {
            agreed += rightOfTruth(confusion, truth);
        }
        return share(agreed, confusion.total());
    }

    /** Share of the cells of a true class whose prediction is right; {@code NaN} where there are none. */
    double recall(ConfusionMatrix confusion, int truth) {
        return share(rightOfTruth(confusion, truth), confusion.support(truth));
    }

    /** Share of the cells called a class for which that is right; {@code NaN} where the class was never named. */
    double precision(ConfusionMatrix confusion, int code) {
        if (confusion.predicted(code) == 0) {
            return Double.NaN;
        }
        long agreed = 0;
        for (int truth = 0; truth < right.length; truth++) {
            if (right[truth][code]) {
                agreed += confusion.count(truth, code);
            }
        }
        return share(agreed, confusion.predicted(code));
    }

    /**
     * Harmonic mean of precision and recall: 0 for a class with cells that was never named or never rightly, {@code NaN}
     * for a class without cells.
     */
    double f1(ConfusionMatrix confusion, int code) {
        double recall = recall(confusion, code);
        if (Double.isNaN(recall)) {
            return Double.NaN;
        }
        double precision = precision(confusion, code);
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    private long rightOfTruth(ConfusionMatrix confusion, int truth) {
        long agreed = 0;
        for (int prediction = 0; prediction < right[truth].length; prediction++) {
            if (right[truth][prediction]) {
                agreed += confusion.count(truth, prediction);
            }
        }
        return agreed;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
