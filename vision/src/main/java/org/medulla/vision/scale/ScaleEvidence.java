package org.medulla.vision.scale;

import java.util.List;
import java.util.OptionalDouble;
import org.medulla.vision.image.RgbImage;

/**
 * What pictures of single cells tell about their scale. One picture tells it to 10 % at best and often hardly at all; pictures
 * of the same scanner at the same magnification share one scale, and what {@link #and} collects from 16 of them tells it well.
 *
 * <p>The scale is measured on red cells, 7.2 µm wide in a stained smear. Each disc that may be one speaks for the scale at
 * which it would be one, the louder the likelier it is; a disc that fits no scale is outvoted. The nucleus in the middle speaks
 * softly beside them. Everything is a share of the frame: a picture made twice as large has half the microns per pixel.
 * Immutable, the same for the same picture, and found for any picture without an error.
 */
public final class ScaleEvidence {
    /** The diameter of a red cell in a stained smear, in micrometres, measured along the steepest part of its rim. */
    public static final double RED_CELL = 7.2;

    /** The side of a frame around a single cell that is expected before a picture is looked at, in micrometres. */
    public static final double PRIOR_FRAME = 30;

    /** How far frames of different laboratories lie apart: the standard deviation of the logarithm of the side. */
    public static final double PRIOR_DEVIATION = 0.3;

    /** The nucleus in the middle, with what dark touches it, as a disc in micrometres, and its spread in logarithms. */
    private static final double NUCLEUS = 9.9;

    private static final double NUCLEUS_DEVIATION = 0.33;
    private static final double NUCLEUS_SHARE = 0.8;

    /** How far red cells of one smear differ and are measured, in logarithms. */
    private static final double RED_CELL_DEVIATION = 0.11;

    /** Discs of one picture err together: each counts as this share of an independent one. */
    private static final double INDEPENDENCE = 0.7;

    /** What red cells of different laboratories differ by, however many are seen. */
    private static final double LABORATORY_DEVIATION = 0.06;

    /** Discs that are no red cells are small more often than large: density falls with this power of the diameter. */
    private static final double OTHER_POWER = -1.19;

    private static final double OTHER_SMALLEST = 0.07;
    private static final double OTHER_LARGEST = 0.52;

    /** Scales that are told apart: logarithms of microns per pixel. */
    private static final double LOWEST = Math.log(0.002);

    private static final double STEP = 0.025;
    private static final int STEPS = 320;

    /** For each scale the logarithm of how much likelier the pictures are there than at a scale that explains nothing. */
    private final double[] support;

    private final int pictures;
    private final double redCells;
    private final boolean nucleus;

    /** Sum over the pictures of the logarithm of the microns per pixel that their frames let expect. */
    private final double expected;

    private ScaleEvidence(double[] support, int pictures, double redCells, boolean nucleus, double expected) {
        this.support = support;
        this.pictures = pictures;
        this.redCells = redCells;
        this.nucleus = nucleus;
        this.expected = expected;
    }

    /** What one picture tells, of which the centred square is looked at. */
    public static ScaleEvidence of(RgbImage image) {
        DensityField field = DensityField.of(image);
        int side = Math.min(image.width(), image.height());
        double[] support = new double[STEPS];
        double redCells = 0;
        for (Disc disc : RedCells.find(field)) {
            double diameter = 2 * disc.radius();
            double others = (1 - disc.probability()) * otherDensity(diameter);
            add(
                    support,
                    Math.log(RED_CELL / (diameter * side)),
                    RED_CELL_DEVIATION,
                    disc.probability() / others,
                    INDEPENDENCE);
            redCells += disc.probability();
        }
        OptionalDouble nucleus = MiddleNucleus.diameter(field);
        if (nucleus.isPresent()) {
            double others = (1 - NUCLEUS_SHARE) / Math.log(OTHER_LARGEST / OTHER_SMALLEST);
            double scale = Math.log(NUCLEUS / (nucleus.getAsDouble() * side));
            add(support, scale, NUCLEUS_DEVIATION, NUCLEUS_SHARE / others, 1);
        }
        return new ScaleEvidence(support, 1, redCells, nucleus.isPresent(), Math.log(PRIOR_FRAME / side));
    }

    /** What several pictures of one scanner at one magnification tell together; there is at least one. */
    public static ScaleEvidence ofAll(List<RgbImage> images) {
        return images.stream()
                .map(ScaleEvidence::of)
                .reduce(ScaleEvidence::and)
                .orElseThrow(() -> new IllegalArgumentException("Without a picture there is no evidence"));
    }

    /** The density of the logarithm of the diameter of discs that are no red cells. */
    private static double otherDensity(double diameter) {
        double whole = (Math.pow(OTHER_LARGEST, OTHER_POWER) - Math.pow(OTHER_SMALLEST, OTHER_POWER)) / OTHER_POWER;
        return Math.max(0.1, Math.pow(diameter, OTHER_POWER) / whole);
    }

    /** Adds the logarithm of a mixture: a normal density around a scale, against one that is the same everywhere. */
    private static void add(double[] support, double scale, double deviation, double ratio, double weight) {
        int first = Math.max(0, (int) Math.ceil((scale - 4 * deviation - LOWEST) / STEP));
        int last = Math.min(STEPS - 1, (int) Math.floor((scale + 4 * deviation - LOWEST) / STEP));
        double height = ratio / (deviation * Math.sqrt(2 * Math.PI));
        for (int i = first; i <= last; i++) {
            double away = (LOWEST + i * STEP - scale) / deviation;
            support[i] += weight * Math.log1p(height * Math.exp(-away * away / 2));
        }
    }

    /** This and other pictures of the same scanner at the same magnification, whatever the sizes of their frames. */
    public ScaleEvidence and(ScaleEvidence other) {
        double[] sum = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            sum[i] = support[i] + other.support[i];
        }
        return new ScaleEvidence(
                sum,
                pictures + other.pictures,
                redCells + other.redCells,
                nucleus || other.nucleus,
                expected + other.expected);
    }

    /**
     * The scale: the mean of its logarithm over what the pictures and the prior leave possible. Weak evidence is thereby drawn
     * towards the prior, a frame of {@link #PRIOR_FRAME}, by as much as makes the expected squared error of the logarithm
     * least.
     */
    public ScaleEstimate estimate() {
        double middle = expected / pictures;
        double[] logs = new double[STEPS];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double away = (LOWEST + i * STEP - middle) / PRIOR_DEVIATION;
            logs[i] = support[i] - away * away / 2;
            highest = Math.max(highest, logs[i]);
        }
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < STEPS; i++) {
            double mass = Math.exp(logs[i] - highest);
            double scale = LOWEST + i * STEP - middle;
            sum += mass;
            first += mass * scale;
            second += mass * scale * scale;
        }
        double mean = first / sum;
        double variance = Math.max(0, second / sum - mean * mean) + LABORATORY_DEVIATION * LABORATORY_DEVIATION;
        ScaleEstimate.Basis basis = redCells >= 1
                ? ScaleEstimate.Basis.RED_CELLS
                : nucleus ? ScaleEstimate.Basis.NUCLEUS : ScaleEstimate.Basis.FRAME;
        return new ScaleEstimate(Math.exp(middle + mean), Math.sqrt(variance), pictures, redCells, basis);
    }
}
