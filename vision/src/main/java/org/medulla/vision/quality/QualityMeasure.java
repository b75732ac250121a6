package org.medulla.vision.quality;

import java.util.Locale;

/**
 * A measure of a picture's quality with the limits beyond which it is flagged. Each limit but that of the size was chosen so that
 * about 1 % of the published marrow images lie beyond it; docs/benchmarks.md says what else is flagged by them.
 */
public enum QualityMeasure {
    /**
     * How fast the picture changes within its central cell: the root of the squared Laplacian over the squared gradient of the green
     * density, after a binomial filter of 3 x 3 pixels, with the frame brought to 250 pixels. A mean frequency in radians per pixel:
     * contrast cancels. From 0 to 2.
     */
    FOCUS("focus", "rad/px", 3, 0.41, Double.POSITIVE_INFINITY, "out of focus", ""),

    /** The share of pixels of which no colour exceeds 8 of 255. From 0 to 1. */
    CLIPPED_DARK(
            "clipped dark share",
            "",
            3,
            Double.NEGATIVE_INFINITY,
            0.01,
            "",
            "too dark in places, where nothing can be seen"),

    /** The share of pixels all colours of which reach 254 of 255. From 0 to 1. */
    CLIPPED_BRIGHT("clipped bright share", "", 3, Double.NEGATIVE_INFINITY, 0.006, "", "over-exposed"),

    /**
     * The light behind the smear: what one in a hundred pixels exceeds in its brightest colour. Red cells let red light through, so
     * that it is seen in crowded pictures without an empty field too. From 0 to 255.
     */
    LIGHT("light", "of 255", 0, 154, Double.POSITIVE_INFINITY, "under-exposed", ""),

    /** The mean optical density of the nucleus beside the empty field, over the three colours. From 0 to 2.4. */
    NUCLEAR_DENSITY("density of the nucleus", "", 2, 0.12, 1.11, "stained too faintly", "stained too strongly"),

    /**
     * The hue of the stain of nuclei, from {@link org.medulla.vision.stain.StainPair}: the angle of its densities around the axis of
     * grey, 0 degrees absorbing red alone and 120 degrees green alone. From -180 to 180.
     */
    BLUE_HUE(
            "hue of the blue stain",
            "degrees",
            0,
            -176,
            170,
            "stained in strange colours",
            "stained in strange colours"),

    /** The hue of the stain of granules and red cells, likewise. From -180 to 180. */
    RED_HUE("hue of the red stain", "degrees", 0, 75, 161, "stained in strange colours", "stained in strange colours"),

    /** How far the middle of the central cell lies from that of the frame, as a share of the frame's smaller side. From 0 to 0.8. */
    OFF_CENTRE(
            "distance from the middle",
            "of the side",
            2,
            Double.NEGATIVE_INFINITY,
            0.32,
            "",
            "the cell is not in the middle"),

    /** How much of the frame's border the central cell touches, as a share of the frame's smaller side. From 0 to 4. */
    ON_BORDER(
            "cell on the border",
            "of the side",
            2,
            Double.NEGATIVE_INFINITY,
            1.35,
            "",
            "the cell is cut off by the border"),

    /** How much of the frame the central cell covers. From 0 to 1. */
    CELL_SHARE("central cell's share", "of the frame", 3, 0.02, 1, "hardly a cell in the middle", ""),

    /** The smaller side of the frame. Limit: below 96 pixels no network of Medulla was tested. */
    SIZE("smaller side", "px", 0, 96, Double.POSITIVE_INFINITY, "too small a picture", "");

    private final String words;
    private final String unit;
    private final int digits;
    private final double least;
    private final double most;
    private final String below;
    private final String above;

    QualityMeasure(String words, String unit, int digits, double least, double most, String below, String above) {
        this.words = words;
        this.unit = unit;
        this.digits = digits;
        this.least = least;
        this.most = most;
        this.below = below;
        this.above = above;
    }

    /** The measure's name for people. */
    public String words() {
        return words;
    }

    /** The unit of its values; empty for shares and densities. */
    public String unit() {
        return unit;
    }

    /** The least value that is not flagged; minus infinity where there is no such limit. */
    public double least() {
        return least;
    }

    /** The largest value that is not flagged; infinity where there is no such limit. */
    public double most() {
        return most;
    }

    boolean isWithin(double value) {
        return value >= least && value <= most;
    }

    /** Why a value beyond the limits is flagged: "out of focus: focus 0.21 rad/px, at least 0.35 is usual". */
    String reason(double value) {
        boolean low = value < least;
        return (low ? below : above) + ": " + words + " " + number(value) + (unit.isEmpty() ? "" : " " + unit) + ", at "
                + (low ? "least " + number(least) : "most " + number(most)) + " is usual";
    }

    private String number(double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
