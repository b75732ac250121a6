package org.medulla.laboratory.report;

import java.util.Locale;
import org.medulla.cytology.evaluation.Reliability;

/** The reliability diagram: how often the network is right, by how sure it says it is. */
final class ReliabilityChart {
    private static final double SIDE = 260;
    private static final double LEFT = 52;
    private static final double TOP = 12;
    private static final String AXIS = "font-size:11px;fill:" + Palette.MUTED;

    private ReliabilityChart() {}

    /** Draws the bins that hold cells; the area of a dot grows with the number of cells in it. */
    static String draw(Reliability reliability) {
        Svg svg = new Svg(LEFT + SIDE + 16, TOP + SIDE + 44, "Reliability diagram");
        for (int i = 0; i <= 4; i++) {
            double share = i / 4.0;
            svg.line(LEFT, y(share), LEFT + SIDE, y(share), "stroke:" + Palette.LINE);
            svg.text(LEFT - 8, y(share) + 4, "end", AXIS, Math.round(share * 100) + " %");
            svg.text(x(share), TOP + SIDE + 16, "middle", AXIS, Math.round(share * 100) + " %");
        }
        svg.line(x(0), y(0), x(1), y(1), "stroke:" + Palette.MUTED + ";stroke-dasharray:4 4");
        long most = reliability.bins().stream()
                .mapToLong(Reliability.Bin::count)
                .max()
                .orElse(1);
        for (Reliability.Bin bin : reliability.bins()) {
            svg.line(
                    x(bin.meanProbability()),
                    y(bin.meanProbability()),
                    x(bin.meanProbability()),
                    y(bin.shareRight()),
                    "stroke:" + Palette.PINK + ";stroke-width:2");
            svg.circle(
                    x(bin.meanProbability()),
                    y(bin.shareRight()),
                    3 + 8 * Math.sqrt((double) bin.count() / most),
                    "fill:" + Palette.PURPLE + ";fill-opacity:.8",
                    String.format(
                            Locale.ROOT,
                            "%d cells: %.0f %% sure, %.0f %% right",
                            bin.count(),
                            100 * bin.meanProbability(),
                            100 * bin.shareRight()));
        }
        svg.text(LEFT + SIDE / 2, TOP + SIDE + 36, "middle", AXIS, "How sure the network says it is");
        svg.turnedText(12, TOP + SIDE / 2, "middle", AXIS, "How often it is right");
        return svg.finish();
    }

    private static double x(double share) {
        return LEFT + share * SIDE;
    }

    private static double y(double share) {
        return TOP + (1 - share) * SIDE;
    }
}
