package org.medulla.laboratory.report;

import java.util.List;
import java.util.Locale;
import org.medulla.vision.training.TrainingLog;

/** How the balanced accuracy on the validation part rose in the training of each fold: one line per fold. */
final class LearningChart {
    private static final double LEFT = 44;
    private static final double WIDTH = 250;
    private static final double HEIGHT = 140;
    private static final double TOP = 10;
    private static final String AXIS = "font-size:11px;fill:" + Palette.MUTED;

    private LearningChart() {}

    /** Whether there is anything to draw. */
    static boolean isPossible(List<TrainingLog> logs) {
        return logs.stream().anyMatch(log -> !log.rows().isEmpty());
    }

    /** Draws the logs of a method's folds. */
    static String draw(String title, List<TrainingLog> logs, String colour) {
        double epochs = logs.stream()
                .flatMap(log -> log.rows().stream())
                .mapToDouble(TrainingLog.Row::epoch)
                .max()
                .orElse(1);
        Svg svg = new Svg(LEFT + WIDTH + 16, TOP + HEIGHT + 40, "Learning curves of " + title);
        for (int i = 0; i <= 4; i++) {
            svg.line(LEFT, y(i / 4.0), LEFT + WIDTH, y(i / 4.0), "stroke:" + Palette.LINE);
            svg.text(LEFT - 6, y(i / 4.0) + 4, "end", AXIS, i * 25 + " %");
        }
        for (double share : new double[] {0, 0.5, 1}) {
            svg.text(LEFT + share * WIDTH, TOP + HEIGHT + 16, "middle", AXIS, number(share * epochs));
        }
        svg.text(LEFT + WIDTH / 2, TOP + HEIGHT + 33, "middle", AXIS, "epochs");
        for (int fold = 0; fold < logs.size(); fold++) {
            List<TrainingLog.Row> rows = logs.get(fold).rows();
            for (int i = 0; i < rows.size(); i++) {
                double x = LEFT + rows.get(i).epoch() / epochs * WIDTH;
                double y = y(rows.get(i).validation().balancedAccuracy());
                if (i > 0) {
                    svg.line(
                            LEFT + rows.get(i - 1).epoch() / epochs * WIDTH,
                            y(rows.get(i - 1).validation().balancedAccuracy()),
                            x,
                            y,
                            "stroke:" + colour + ";stroke-width:1.6;stroke-opacity:.65;stroke-linecap:round");
                }
                if (i == rows.size() - 1) {
                    svg.circle(x, y, 3, "fill:" + colour, "fold " + fold);
                }
            }
        }
        return svg.finish();
    }

    private static double y(double share) {
        return TOP + (1 - share) * HEIGHT;
    }

    private static String number(double epochs) {
        return String.format(Locale.ROOT, epochs == Math.rint(epochs) || epochs >= 10 ? "%.0f" : "%.1f", epochs);
    }
}
