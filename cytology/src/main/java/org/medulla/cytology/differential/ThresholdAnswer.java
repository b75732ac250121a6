package org.medulla.cytology.differential;

/** What a count answers to a {@link ThresholdQuestion}. */
public sealed interface ThresholdAnswer {
    /** The probability that the true share is the threshold or more, given the count. */
    double probability();

    /** The true share is the threshold or more, as certainly as was asked. */
    record AtOrAbove(double probability) implements ThresholdAnswer {}

    /** The true share is below the threshold, as certainly as was asked. */
    record Below(double probability) implements ThresholdAnswer {}

    /**
     * The count does not settle it yet.
     *
     * @param probability that the true share is the threshold or more
     * @param cells how many more cells would settle it if their share were that of the cells counted so far
     */
    record CountMore(double probability, long cells) implements ThresholdAnswer {}

    /**
     * The count does not settle it, and going on to the question's greatest number of cells is not expected to either: the
     * share lies too near the threshold.
     */
    record TooNear(double probability) implements ThresholdAnswer {}
}
