package org.medulla.cytology.evaluation;

/** A figure about when a classifier is to be believed: its name and what it means in one sentence. */
public enum AbstentionFigure {
    SET_COVERAGE("Coverage of the sets", "Share of the cells whose conformal set holds their class."),
    BALANCED_SET_COVERAGE(
            "Balanced coverage of the sets",
            "Mean over the filled classes of the share of their cells whose conformal set holds their class."),
    MEAN_SET_SIZE("Mean size of the sets", "How many classes a conformal set has on average; 1 is the least."),
    SHARE_ACCEPTED("Share accepted", "Share of the cells whose answer is accepted; the others are unidentified."),
    ACCURACY_OF_ACCEPTED("Accuracy of the accepted", "Share of the accepted cells that were given their true class."),
    ODDNESS_ROC_AUC(
            "ROC-AUC of oddness",
            "Chance that a cell that was given a wrong class is odder than one that was given the right one.");

    private final String title;
    private final String meaning;

    AbstentionFigure(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What it means, in one sentence. */
    public String meaning() {
        return meaning;
    }
}
