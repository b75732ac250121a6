package org.medulla.vision.deidentification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.medulla.vision.image.RgbImage;

/**
 * Finds letters and figures that a program drew into a picture: dates, names, labels, the length of a scale bar. Pure and safe for
 * many threads.
 *
 * <p>Ink of one colour that makes thin strokes (see {@link StrokeMap}) is taken apart into connected pieces; pieces of like height
 * that stand on one line with small gaps are a row of letters. A row is text where its strokes stand out far more than those of
 * cells do and have one colour, and the more clearly the more letters it has: {@link TextLine#strength()}.
 *
 * <p>Meant for letters of 10 to 24 pixels that run from left to right. Larger ones have strokes too broad, turned ones stand in no
 * row, and letters hardly brighter than an empty field are missed. docs/benchmarks.md says how many are found.
 */
public final class BurntInText {
    /** The least strength of a text; measured: 0.7 % of sharp pictures of blood cells and none of marrow reach it. */
    public static final double LEAST_STRENGTH = 90;

    /** Grey levels by which a stroke stands out from both sides: of pixels that show what ink there is, and of all others. */
    private static final int STRONG = 60;

    private static final int FAINT = 50;

    /** Grey levels by which ink may differ from its commonest colour: smoothed edges and JPEG see to that. */
    private static final int TOLERANCE = 70;

    /** Taken off the contrast: what the sharpest cells reach by chance. */
    private static final double CHANCE = 20;

    /** The width of a letter and the gap behind it, as a share of its height. */
    private static final double ADVANCE = 0.75;

    private static final int FEWEST_LETTERS = 2;
    private static final double LEAST_LENGTH = 1.3;

    private BurntInText() {}

    /** The rows of letters in a picture, the clearest first. */
    public static List<TextLine> find(RgbImage image) {
        StrokeMap map = new StrokeMap(image);
        List<TextLine> candidates = new ArrayList<>();
        for (Ink ink : Ink.commonest(map, STRONG, TOLERANCE)) {
            for (List<Letter> row : LetterRows.of(Letter.of(map, ink, FAINT, TOLERANCE))) {
                TextLine line = line(ink, row);
                if (line.strength() >= LEAST_STRENGTH) {
                    candidates.add(line);
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(TextLine::strength).reversed());
        List<TextLine> lines = new ArrayList<>();
        for (TextLine candidate : candidates) {
            if (lines.stream().noneMatch(candidate::overlaps)) {
                lines.add(candidate);
            }
        }
        return List.copyOf(lines);
    }

    private static TextLine line(Ink ink, List<Letter> row) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        double pixels = 0;
        double contrast = 0;
        double unevenness = 0;
        double heights = 0;
        for (Letter letter : row) {
            left = Math.min(left, letter.left());
            top = Math.min(top, letter.top());
            right = Math.max(right, letter.right());
            bottom = Math.max(bottom, letter.bottom());
            pixels += letter.pixels();
            contrast += letter.pixels() * letter.contrast();
            unevenness += letter.pixels() * letter.unevenness();
            heights += letter.height();
        }
        // Broken letters make many pieces: there are no more letters than there is room for.
        double room = (right - left + 1) / (ADVANCE * heights / row.size());
        double count = Math.min(row.size(), room);
        double clear = Math.max(0, (contrast - unevenness) / pixels - CHANCE);
        boolean isRow = row.size() >= FEWEST_LETTERS && room >= LEAST_LENGTH;
        return new TextLine(
                left,
                top,
                right - left + 1,
                bottom - top + 1,
                row.size(),
                String.format(Locale.ROOT, "#%02x%02x%02x", ink.red(), ink.green(), ink.blue()),
                isRow ? clear * Math.sqrt(count) : 0);
    }
}
