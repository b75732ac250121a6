package org.medulla.cytology.evaluation;

import java.util.function.ToDoubleFunction;

/**
 * A headline figure: its name, what it means in one sentence, and the function that computes it. "Macro" figures and
 * balanced accuracy are means over the filled classes: those with enough cells among the evaluated ones.
 */
public enum Metric {
    ACCURACY(
            "Accuracy",
            "Share of the cells that were given their true class.",
            Best.HIGH,
            tally -> tally.rules().strict().accuracy(tally.confusion())),
    BALANCED_ACCURACY(
            "Balanced accuracy",
            "Mean over the filled classes of the share of their cells that were recognised, so that rare classes weigh as"
                    + " much as frequent ones.",
            Best.HIGH,
            tally -> tally.balancedAccuracy(tally.rules().strict())),
    MACRO_F1(
            "Macro F1",
            "Mean of F1 (which joins precision and recall) over the filled classes.",
            Best.HIGH,
            tally -> tally.macroF1(tally.rules().strict())),
    WEIGHTED_F1(
            "Weighted F1",
            "Mean of F1 over all classes, with their numbers of cells as weights.",
            Best.HIGH,
            tally -> tally.weightedF1(tally.rules().strict())),
    TOLERANT_ACCURACY(
            "Tolerant accuracy",
            "Share of the cells that were given their true class or a neighbouring stage that readers forgive.",
            Best.HIGH,
            tally -> tally.rules().tolerant().accuracy(tally.confusion())),
    TOLERANT_BALANCED_ACCURACY(
            "Tolerant balanced accuracy",
            "Balanced accuracy where a neighbouring stage that readers forgive counts as right.",
            Best.HIGH,
            tally -> tally.balancedAccuracy(tally.rules().tolerant())),
    TOLERANT_MACRO_F1(
            "Tolerant macro F1",
            "Macro F1 where a neighbouring stage that readers forgive counts as right.",
            Best.HIGH,
            tally -> tally.macroF1(tally.rules().tolerant())),
    TOP_2(
            "Top-2 accuracy",
            "Share of the cells whose true class was the first or the second choice.",
            Best.HIGH,
            Tally::shareOfTop2),
    MEAN_TREE_DISTANCE(
            "Mean tree distance",
            "Mean number of steps between true and given class in the tree of lineages: 0 is right, 2 another class of the"
                    + " same lineage, 6 the farthest.",
            Best.LOW,
            tally -> tally.rules().meanTreeDistance(tally.confusion())),
    CROSS_LINEAGE_ERROR_RATE(
            "Cross-lineage error rate",
            "Share of the cells that were given a class of another lineage; what is not counted, such as artefacts, is a"
                    + " lineage of its own here.",
            Best.LOW,
            tally -> tally.rules().crossLineageErrorRate(tally.confusion())),
    CRITICAL_TO_HARMLESS_ERROR_RATE(
            "Critical-to-harmless error rate",
            "Share of the cells of critical classes that were given a class that is not critical.",
            Best.LOW,
            tally -> tally.rules().criticalToHarmlessErrorRate(tally.confusion())),
    /** Brier 1950: the sum over the classes, not its mean, so that two classes give twice the binary score. */
    BRIER(
            "Brier score",
            "Mean squared distance between the probabilities and the truth: 0 is certain and right, 2 certain and wrong.",
            Best.LOW,
            Tally::brier),
    /** Guo et al., ICML 2017, {@value Reliability#BINS} bins of equal width. */
    EXPECTED_CALIBRATION_ERROR(
            "Expected calibration error",
            "How far, on average, the probability of the given class is from the share of such cells that are right.",
            Best.LOW,
            tally -> tally.reliability().expectedCalibrationError()),
    SELECTIVE_ACCURACY_90(
            "Accuracy at 90 % coverage",
            "Accuracy when the tenth of the cells with the least confidence is left to a person.",
            Best.HIGH,
            Tally::selectiveAccuracy90),
    SELECTIVE_ACCURACY_80(
            "Accuracy at 80 % coverage",
            "Accuracy when the fifth of the cells with the least confidence is left to a person.",
            Best.HIGH,
            Tally::selectiveAccuracy80),
    MACRO_ROC_AUC(
            "Macro ROC-AUC",
            "Mean over the filled classes of the chance that a cell of the class gets a higher probability for it than a"
                    + " cell of any other class.",
            Best.HIGH,
            Tally::macroRocAuc);

    private final String title;
    private final String meaning;
    private final Best best;

    @SuppressWarnings("ImmutableEnumChecker") // The functions above capture nothing.
    private final ToDoubleFunction<Tally> function;

    Metric(String title, String meaning, Best best, ToDoubleFunction<Tally> function) {
        this.title = title;
        this.meaning = meaning;
        this.best = best;
        this.function = function;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What it means, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether a higher value is a better one. */
    public boolean higherIsBetter() {
        return best == Best.HIGH;
    }

    /** The figure; {@code NaN} where the cells do not define it. */
    double of(Tally tally) {
        return function.applyAsDouble(tally);
    }

    private enum Best {
        HIGH,
        LOW
    }
}
