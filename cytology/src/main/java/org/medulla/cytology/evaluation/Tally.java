package org.medulla.cytology.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What the metrics are computed from: the counts of the evaluated cells or of one resample of them.
 *
 * @param rules what the nomenclature says of each pair of classes
 * @param filled numbers of the true classes that count in macro figures
 * @param confusion truths and predictions
 * @param secondRight how many cells had their true class as the second most probable
 * @param brierSum sum over the cells of the squared distance between probabilities and truth
 * @param reliability confidence and correctness in bins
 * @param selectiveAccuracy90 accuracy of the 90 % most confident cells
 * @param selectiveAccuracy80 accuracy of the 80 % most confident cells
 * @param rocAuc for each true class; {@code NaN} where undefined
 */
record Tally(
        ClassRules rules,
        BitSet filled,
        ConfusionMatrix confusion,
        long secondRight,
        double brierSum,
        Reliability reliability,
        double selectiveAccuracy90,
        double selectiveAccuracy80,
        List<Double> rocAuc) {

    double balancedAccuracy(Agreement agreement) {
        return macro(truth -> agreement.recall(confusion, truth));
    }

    double macroF1(Agreement agreement) {
        return macro(truth -> agreement.f1(confusion, truth));
    }

    double macroRocAuc() {
        return macro(truth -> rocAuc.get(truth));
    }

    /** Mean of F1 over all true classes, with their cells as weights. */
    double weightedF1(Agreement agreement) {
        double sum = 0;
        for (int truth = 0; truth < confusion.truths().size(); truth++) {
            long support = confusion.support(truth);
            sum += support == 0 ? 0 : support * agreement.f1(confusion, truth);
        }
        return sum / confusion.total();
    }

    double shareOfTop2() {
        return rules.strict().accuracy(confusion) + (double) secondRight / confusion.total();
    }

    double brier() {
        return brierSum / confusion.total();
    }

    /** Mean over the filled classes for which the figure is defined; {@code NaN} where it is for none. */
    private double macro(IntToDoubleFunction figure) {
        double sum = 0;
        int classes = 0;
        for (int truth = 0; truth < confusion.truths().size(); truth++) {
            double value = filled.get(truth) ? figure.applyAsDouble(truth) : Double.NaN;
            if (!Double.isNaN(value)) {
                sum += value;
                classes++;
            }
        }
        return classes == 0 ? Double.NaN : sum / classes;
    }
}
