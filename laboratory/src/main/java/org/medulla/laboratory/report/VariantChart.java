package org.medulla.laboratory.report;

import java.util.List;
import java.util.Locale;
import org.medulla.cytology.evaluation.Estimate;

/** Variants one below the other, each with its balanced accuracy at home and abroad as an interval on a scale from 0 to 1. */
final class VariantChart {
    private static final double LEFT = 190;
    private static final double PLOT = 640;
    private static final double TOP = 14;
    private static final double ROW = 32;
    private static final String AXIS = "font-size:12px;fill:" + Palette.MUTED;

    private VariantChart() {}

    /** Draws the variants; an upright line goes through the first one's figure abroad. */
    static String draw(List<VariantFigures> variants) {
        double bottom = TOP + variants.size() * ROW;
        Svg svg = new Svg(LEFT + PLOT + 30, bottom + 28, "Balanced accuracy at home and abroad by variant");
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double x = x(tenth / 10.0);
            svg.line(x, TOP, x, bottom, "stroke:" + Palette.LINE);
            svg.text(x, bottom + 18, "middle", AXIS, String.format(Locale.ROOT, "%.1f", tenth / 10.0));
        }
        double standard = x(variants.getFirst().abroad().value());
        svg.line(standard, TOP, standard, bottom, "stroke:" + Palette.PINK + ";stroke-dasharray:3 3");
        for (int row = 0; row < variants.size(); row++) {
            VariantFigures variant = variants.get(row);
            double middle = TOP + (row + 0.5) * ROW;
            svg.text(
                    LEFT - 14,
                    middle + 4,
                    "end",
                    "font-size:13px;fill:" + Palette.INK + (row == 0 ? ";font-weight:600" : ""),
                    variant.title());
            draw(svg, variant.home(), middle - 5, Palette.PURPLE, variant.title() + " at home");
            draw(svg, variant.abroad(), middle + 5, Palette.PINK, variant.title() + " abroad");
        }
        return svg.finish();
    }

    private static void draw(Svg svg, Estimate estimate, double y, String colour, String what) {
        svg.line(
                x(estimate.low()),
                y,
                x(estimate.high()),
                y,
                "stroke:" + colour + ";stroke-width:6;stroke-opacity:.35;stroke-linecap:round");
        svg.circle(
                x(estimate.value()),
                y,
                4,
                "fill:" + colour,
                what + ": " + Figures.value(estimate.value()) + " (" + Figures.interval(estimate) + ")");
    }

    private static double x(double share) {
        return LEFT + share * PLOT;
    }
}
