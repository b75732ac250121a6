package org.medulla.laboratory.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.medulla.cytology.evaluation.FoldFigures.ClassSpread;
import org.medulla.cytology.evaluation.PublishedScore;
import org.medulla.cytology.evaluation.PublishedTable;
import org.medulla.cytology.evaluation.Spread;

/** One figure of every class by every method, mean and deviation over the folds, beside the published value. */
final class ClassSpreadChart {
    private static final double LEFT = 48;
    private static final double SIDE = 396;
    private static final double TOP = 8;
    private static final double LANE = 11;
    private static final double GAP = 9;
    private static final String AXIS = "font-size:11px;fill:" + Palette.MUTED;

    private ClassSpreadChart() {}

    /**
     * Draws it.
     *
     * @param classes the classes from top to bottom
     * @param methods in the order of their colours
     * @param figure the figure of a class
     * @param published the same figure of a published class
     */
    static String draw(
            String title,
            List<String> classes,
            List<MethodFigures> methods,
            Function<ClassSpread, Optional<Spread>> figure,
            PublishedTable table,
            Function<PublishedScore, Double> published) {
        double row = methods.size() * LANE + GAP;
        double bottom = TOP + classes.size() * row;
        Svg svg = new Svg(LEFT + SIDE + 26, bottom + 26, title);
        for (int i = 0; i <= 4; i++) {
            svg.line(x(i / 4.0), TOP, x(i / 4.0), bottom, "stroke:" + Palette.LINE);
            svg.text(x(i / 4.0), bottom + 18, "middle", AXIS, i * 25 + " %");
        }
        for (int c = 0; c < classes.size(); c++) {
            String code = classes.get(c);
            double top = TOP + c * row;
            svg.text(LEFT - 8, top + row / 2 + 4, "end", "font-size:12px;fill:" + Palette.INK, code);
            svg.line(LEFT, top + row, LEFT + SIDE, top + row, "stroke:" + Palette.LINE + ";stroke-opacity:.6");
            table.find(code)
                    .map(published)
                    .ifPresent(value -> svg.line(
                            x(value), top + 3, x(value), top + row - 3, "stroke:" + Palette.PINK + ";stroke-width:2"));
            for (int m = 0; m < methods.size(); m++) {
                double y = top + GAP / 2 + (m + 0.5) * LANE;
                MethodFigures method = methods.get(m);
                String colour = Palette.category(m);
                method.folds().classes().stream()
                        .filter(spread -> spread.code().equals(code))
                        .flatMap(spread -> figure.apply(spread).stream())
                        .forEach(spread -> mark(svg, spread, y, colour, method.title() + ", " + code));
            }
        }
        return svg.finish();
    }

    private static void mark(Svg svg, Spread spread, double y, String colour, String words) {
        svg.line(
                x(spread.mean() - spread.deviation()),
                y,
                x(spread.mean() + spread.deviation()),
                y,
                "stroke:" + colour + ";stroke-width:3;stroke-opacity:.45;stroke-linecap:round");
        svg.circle(
                x(spread.mean()),
                y,
                4,
                "fill:" + colour,
                String.format(Locale.ROOT, "%s: %.3f ± %.3f", words, spread.mean(), spread.deviation()));
    }

    private static double x(double share) {
        return LEFT + Math.clamp(share, 0, 1) * SIDE;
    }
}
