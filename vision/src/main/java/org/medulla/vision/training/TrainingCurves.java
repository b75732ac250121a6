package org.medulla.vision.training;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A training log drawn as SVG: the losses above, the shares of right answers below, over the epochs. */
public final class TrainingCurves {
    private static final int WIDTH = 720;
    private static final int LEFT = 56;
    private static final int RIGHT = 190;
    private static final int PANEL_HEIGHT = 180;
    private static final int TOP = 44;
    private static final int GAP = 68;
    private static final int LABEL_DISTANCE = 15;
    private static final String LEARNED = "#7a8594";
    private static final String VALIDATED = "#8e2f6f";

    private final List<TrainingLog.Row> rows;
    private final Formatter svg = new Formatter(Locale.ROOT);

    private TrainingCurves(List<TrainingLog.Row> rows) {
        this.rows = rows;
    }

    /** One line of a panel. */
    private record Line(String name, String colour, ToDoubleFunction<TrainingLog.Row> value) {}

    /** The drawing; a log without rows gives empty panels. */
    public static String svg(TrainingLog log) {
        return new TrainingCurves(log.rows()).draw();
    }

    private String draw() {
        int height = TOP + 2 * PANEL_HEIGHT + GAP + 46;
        svg.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                        + "font-family=\"Inter, 'Segoe UI', 'DejaVu Sans', sans-serif\" font-size=\"12\" fill=\"#3a4250\">\n",
                WIDTH, height, WIDTH, height);
        svg.format("<title>Training curves</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n");
        panel(
                "Cross-entropy",
                TOP,
                0,
                rows.stream()
                        .mapToDouble(
                                row -> Math.max(row.loss(), row.validation().loss()))
                        .max()
                        .orElse(1),
                List.of(
                        new Line("training", LEARNED, TrainingLog.Row::loss),
                        new Line(
                                "validation", VALIDATED, row -> row.validation().loss())));
        panel(
                "Share of right answers",
                TOP + PANEL_HEIGHT + GAP,
                0,
                1,
                List.of(
                        new Line("training", LEARNED, TrainingLog.Row::accuracy),
                        new Line(
                                "validation, balanced",
                                VALIDATED,
                                row -> row.validation().balancedAccuracy())));
        svg.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">epochs</text>\n",
                (LEFT + WIDTH - RIGHT) / 2, height - 10);
        return svg.format("</svg>\n").toString();
    }

    private void panel(String title, int top, double low, double high, List<Line> lines) {
        int bottom = top + PANEL_HEIGHT;
        svg.format("<text x=\"%d\" y=\"%d\" font-size=\"14\" font-weight=\"600\">%s</text>\n", LEFT, top - 14, title);
        for (double tick : Ticks.between(low, high, 5)) {
            double y = y(tick, top, low, high);
            svg.format(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#e3e7ec\"/>\n",
                    LEFT, WIDTH - RIGHT, y, y);
            svg.format(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#6b7480\">%s</text>\n",
                    LEFT - 8, y + 4, Ticks.text(tick));
        }
        for (double tick : Ticks.between(0, lastEpoch(), 8)) {
            svg.format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#6b7480\">%s</text>\n",
                    x(tick), bottom + 18, Ticks.text(tick));
        }
        List<Double> labelled = new ArrayList<>();
        for (Line line : lines) {
            curve(line, top, low, high, labelled);
        }
        best(top);
    }

    private void curve(Line line, int top, double low, double high, List<Double> labelled) {
        if (rows.isEmpty()) {
            return;
        }
        StringBuilder points = new StringBuilder();
        for (TrainingLog.Row row : rows) {
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(row.epoch()), y(line.value().applyAsDouble(row), top, low, high)));
        }
        svg.format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"/>\n",
                points.toString().strip(), line.colour());
        double last = line.value().applyAsDouble(rows.getLast());
        double wanted = y(last, top, low, high) + 4;
        double label = labelled.stream().anyMatch(other -> Math.abs(other - wanted) < LABEL_DISTANCE)
                ? labelled.getLast() + (wanted < labelled.getLast() ? -LABEL_DISTANCE : LABEL_DISTANCE)
                : wanted;
        labelled.add(label);
        svg.format(
                "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s %.2f</text>\n",
                WIDTH - RIGHT + 8, label, line.colour(), line.name(), last);
    }

    /** A dotted line where the kept weights were reached. */
    private void best(int top) {
        rows.stream()
                .min((a, b) ->
                        Double.compare(a.validation().loss(), b.validation().loss()))
                .ifPresent(row -> svg.format(
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-dasharray=\"2 4\">"
                                + "<title>the weights that were kept</title></line>\n",
                        x(row.epoch()), x(row.epoch()), top, top + PANEL_HEIGHT, VALIDATED));
    }

    private double lastEpoch() {
        return rows.isEmpty() ? 1 : rows.getLast().epoch();
    }

    private double x(double epoch) {
        return LEFT + epoch / lastEpoch() * (WIDTH - RIGHT - LEFT);
    }

    private static double y(double value, int top, double low, double high) {
        return top + PANEL_HEIGHT * (1 - (value - low) / (high - low));
    }
}
