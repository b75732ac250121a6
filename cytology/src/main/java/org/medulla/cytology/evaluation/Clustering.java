package org.medulla.cytology.evaluation;

/**
 * What the bootstrap draws as one piece. Cells of one patient resemble each other, so that drawing single images where
 * patients are unknown gives intervals that are too narrow for new patients.
 */
public enum Clustering {
    /** Every cell's patient is known: whole patients are drawn. */
    PATIENT("Intervals from resampling whole patients."),
    /** Some patients are known: whole patients are drawn, and the cells without a patient one by one. */
    MIXED("Intervals from resampling whole patients where they are known and single images elsewhere; the latter make"
            + " them too narrow for new patients."),
    /** No patient is known, or all cells are of one: single images are drawn. */
    IMAGE("Intervals from resampling single images, since no patients could be told apart; for new patients they are"
            + " too narrow.");

    private final String words;

    Clustering(String words) {
        this.words = words;
    }

    /** One sentence for the reader of a report. */
    public String words() {
        return words;
    }
}
