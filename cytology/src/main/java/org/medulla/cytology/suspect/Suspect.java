package org.medulla.cytology.suspect;

/**
 * A cell whose given class a classifier contradicts.
 *
 * @param index number of the cell among the scores
 * @param givenClass code of the class that it was given
 * @param suggestedClass code of the class that the classifier finds likeliest, another one
 * @param score how suspect it is, from 0 to 1; what it means depends on the ranking
 */
public record Suspect(int index, String givenClass, String suggestedClass, double score) {
    public Suspect {
        if (givenClass.equals(suggestedClass) || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("No suspect: cell " + index + " given " + givenClass + ", suggested "
                    + suggestedClass + ", score " + score);
        }
    }
}
