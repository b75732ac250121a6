package org.medulla.vision.quality;

/** What measuring one thing of a picture came to. */
public sealed interface Measurement {

    /** What was, or was to be, measured. */
    QualityMeasure measure();

    /**
     * A value.
     *
     * @param measure what was measured
     * @param value in the measure's unit; finite
     */
    record Value(QualityMeasure measure, double value) implements Measurement {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(measure + " is not measured as " + value);
            }
        }
    }

    /**
     * Nothing, since the picture has nothing to measure it by.
     *
     * @param measure what was to be measured
     * @param why a clause: "there is no cell in the middle"
     */
    record NotMeasurable(QualityMeasure measure, String why) implements Measurement {}
}
