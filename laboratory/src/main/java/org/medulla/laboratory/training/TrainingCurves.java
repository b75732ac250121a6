package org.medulla.laboratory.training;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.medulla.vision.training.TrainingLog;

/** The course of a training run as an SVG picture: the loss on the left, the balanced accuracy on the right, over the epochs. */
final class TrainingCurves {
    private static final int WIDTH = 340;
    private static final int HEIGHT = 240;
    private static final int LEFT = 46;
    private static final int TOP = 34;
    private static final String LEARNED = "#c2406b";
    private static final String VALIDATION = "#4b2e83";

    private final List<TrainingLog.Row> rows;
    private final StringBuilder svg = new StringBuilder();

    private TrainingCurves(TrainingLog log) {
        this.rows = log.rows();
    }

    /** Draws a log; one without rows gives empty axes. */
    static String draw(TrainingLog log) {
        return new TrainingCurves(log).draw();
    }

    private String draw() {
        int width = 2 * (LEFT + WIDTH) + 40;
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-label=\"Course of the training\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#6b6480\">\n",
                width, TOP + HEIGHT + 46, width, TOP + HEIGHT + 46);
        double highest = rows.stream()
                .mapToDouble(row -> Math.max(row.loss(), row.validation().loss()))
                .max()
                .orElse(1);
        axes(LEFT, "Loss", highest);
        curve(LEFT, highest, LEARNED, TrainingLog.Row::loss);
        curve(LEFT, highest, VALIDATION, row -> row.validation().loss());
        int second = 2 * LEFT + WIDTH + 10;
        axes(second, "Accuracy (training), balanced accuracy (validation)", 1);
        curve(second, 1, LEARNED, TrainingLog.Row::accuracy);
        curve(second, 1, VALIDATION, row -> row.validation().balancedAccuracy());
        int legend = TOP + HEIGHT + 40;
        append("<text x=\"%d\" y=\"%d\" fill=\"%s\">training cells, changed at random</text>\n", LEFT, legend, LEARNED);
        append("<text x=\"%d\" y=\"%d\" fill=\"%s\">validation part</text>\n", second, legend, VALIDATION);
        return svg.append("</svg>\n").toString();
    }

    private void axes(int left, String title, double highest) {
        append("<text x=\"%d\" y=\"20\" fill=\"#231942\" font-size=\"14\">%s</text>\n", left, title);
        for (int i = 0; i <= 4; i++) {
            double y = TOP + HEIGHT - i * HEIGHT / 4.0;
            append(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dcd7e6\"/>\n",
                    left, left + WIDTH, y, y);
            append("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>\n", left - 6, y + 4, highest * i / 4);
            append(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>\n",
                    left + i * WIDTH / 4.0, TOP + HEIGHT + 18, lastEpoch() * i / 4);
        }
    }

    private void curve(int left, double highest, String colour, ToDoubleFunction<TrainingLog.Row> value) {
        append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"", colour);
        for (TrainingLog.Row row : rows) {
            append(
                    "%.1f,%.1f ",
                    left + WIDTH * row.epoch() / lastEpoch(), TOP + HEIGHT * (1 - value.applyAsDouble(row) / highest));
        }
        append("\"/>\n");
    }

    private double lastEpoch() {
        return rows.isEmpty() ? 1 : rows.getLast().epoch();
    }

    @FormatMethod
    private void append(@FormatString String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
