package org.medulla.vision.deidentification;

import java.util.Locale;

/**
 * A row of letters that was drawn into a picture.
 *
 * @param left the first column of its box
 * @param top the first row
 * @param width columns
 * @param height rows
 * @param letters how many pieces of ink stand in the row; letters that touch are one, those of parts are several
 * @param colour of the ink, as {@code #rrggbb}
 * @param strength how clearly it is text, in grey levels: contrast less unevenness, times the root of the number of letters; from
 *     {@link BurntInText#LEAST_STRENGTH} on
 */
public record TextLine(int left, int top, int width, int height, int letters, String colour, double strength) {

    /** The finding that this makes; what the letters say is for a person to read. */
    public Finding toFinding() {
        return new Finding(
                String.format(
                        Locale.ROOT,
                        "pixels %d to %d across, %d to %d down",
                        left,
                        left + width - 1,
                        top,
                        top + height - 1),
                FindingKind.BURNT_IN_TEXT,
                Severity.TO_LOOK_AT,
                "about " + letters + " letters in the colour " + colour);
    }

    boolean overlaps(TextLine other) {
        return left < other.left + other.width
                && other.left < left + width
                && top < other.top + other.height
                && other.top < top + height;
    }
}
