package org.medulla.laboratory.report;

import java.util.Locale;

/** A share with its interval on a scale from 0 to 1, with a published figure as a tick where there is one. */
final class IntervalChart {
    private static final double WIDTH = 122;
    private static final double HEIGHT = 18;

    private IntervalChart() {}

    /** Draws an estimate. */
    static String draw(double value, double low, double high) {
        return start(value, low, high).finish();
    }

    /** Draws an estimate beside a published value. */
    static String draw(double value, double low, double high, double published) {
        Svg svg = start(value, low, high);
        svg.line(x(published), 1, x(published), HEIGHT - 1, "stroke:" + Palette.PINK + ";stroke-width:2");
        return svg.finish();
    }

    private static Svg start(double value, double low, double high) {
        Svg svg = new Svg(WIDTH, HEIGHT, String.format(Locale.ROOT, "%.3f, from %.3f to %.3f", value, low, high));
        double middle = HEIGHT / 2;
        svg.line(x(0), middle, x(1), middle, "stroke:" + Palette.LINE + ";stroke-width:1");
        for (double mark : new double[] {0, 0.5, 1}) {
            svg.line(x(mark), middle - 3, x(mark), middle + 3, "stroke:" + Palette.LINE + ";stroke-width:1");
        }
        svg.line(
                x(low),
                middle,
                x(high),
                middle,
                "stroke:" + Palette.PURPLE + ";stroke-width:6;stroke-opacity:.35;stroke-linecap:round");
        svg.circle(x(value), middle, 4, "fill:" + Palette.PURPLE, String.format(Locale.ROOT, "%.3f", value));
        return svg;
    }

    private static double x(double share) {
        return 6 + share * (WIDTH - 12);
    }
}
