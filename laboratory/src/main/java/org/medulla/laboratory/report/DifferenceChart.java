package org.medulla.laboratory.report;

import java.util.Locale;
import org.medulla.cytology.evaluation.Estimate;

/** A difference with its interval on a scale around zero. */
final class DifferenceChart {
    private static final double WIDTH = 190;
    private static final double HEIGHT = 20;
    private static final double[] SCALES = {0.02, 0.05, 0.1, 0.2, 0.5, 1};

    private DifferenceChart() {}

    /** The scale for all charts of a table: the least that holds a difference of this size. */
    static double scale(double farthest) {
        for (double scale : SCALES) {
            if (farthest <= scale) {
                return scale;
            }
        }
        return SCALES[SCALES.length - 1];
    }

    /** Draws a difference on a scale from {@code -scale} to {@code scale}. */
    static String draw(Estimate difference, double scale) {
        Svg svg = new Svg(
                WIDTH,
                HEIGHT,
                String.format(
                        Locale.ROOT,
                        "%+.3f, from %+.3f to %+.3f",
                        difference.value(),
                        difference.low(),
                        difference.high()));
        double middle = HEIGHT / 2;
        boolean clear = difference.low() > 0 || difference.high() < 0;
        String colour = clear ? Palette.PURPLE : Palette.MUTED;
        svg.line(x(-scale, scale), middle, x(scale, scale), middle, "stroke:" + Palette.LINE);
        svg.line(x(0, scale), 1, x(0, scale), HEIGHT - 1, "stroke:" + Palette.INK);
        svg.line(
                x(difference.low(), scale),
                middle,
                x(difference.high(), scale),
                middle,
                "stroke:" + colour + ";stroke-width:6;stroke-opacity:.35;stroke-linecap:round");
        svg.circle(
                x(difference.value(), scale),
                middle,
                4,
                "fill:" + colour,
                String.format(Locale.ROOT, "%+.3f", difference.value()));
        return svg.finish();
    }

    private static double x(double value, double scale) {
        return WIDTH / 2 + Math.clamp(value / scale, -1, 1) * (WIDTH / 2 - 8);
    }
}
