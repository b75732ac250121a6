package org.medulla.laboratory.counting;

/** What a corrected share says about a threshold. */
public enum Verdict {
    AT_OR_ABOVE("at or above"),
    BELOW("below"),
    NOT_SETTLED("not settled");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As it is written in results. */
    public String words() {
        return words;
    }
}
