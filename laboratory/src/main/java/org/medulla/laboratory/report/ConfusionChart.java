package org.medulla.laboratory.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.medulla.cytology.evaluation.ClassScore;
import org.medulla.cytology.evaluation.ConfusionMatrix;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.nomenclature.Nomenclature;

/** The confusion matrix as a heat map: a row per true class, a column per predicted class, shares of the row. */
final class ConfusionChart {
    private static final double CELL = 40;
    private static final double LEFT = 96;
    private static final double TOP = 34;
    private static final String LABEL = "font-size:12px;fill:" + Palette.INK;
    private static final String AXIS = "font-size:12px;fill:" + Palette.MUTED;

    private ConfusionChart() {}

    /** Draws the classes of an evaluation that have cells or were named, in the order of the nomenclature. */
    static String draw(Evaluation evaluation, Nomenclature nomenclature) {
        ConfusionMatrix matrix = evaluation.confusion();
        Set<String> seen = evaluation.classes().stream()
                .filter(score -> score.support() > 0 || score.predicted() > 0)
                .map(ClassScore::code)
                .collect(Collectors.toSet());
        List<String> present =
                nomenclature.codes().stream().filter(seen::contains).toList();
        long[][] counts = new long[present.size()][present.size()];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                counts[i][j] = matrix.truths().contains(present.get(i))
                                && matrix.predictions().contains(present.get(j))
                        ? matrix.count(present.get(i), present.get(j))
                        : 0;
            }
        }
        return draw(present, counts);
    }

    /**
     * Draws the matrix.
     *
     * @param codes the classes in the order of rows and columns
     * @param counts cells by [true class][predicted class]
     */
    static String draw(List<String> codes, long[][] counts) {
        int n = codes.size();
        Svg svg = new Svg(LEFT + n * CELL + 60, TOP + n * CELL + 30, "Confusion matrix");
        svg.turnedText(14, TOP + n * CELL / 2, "middle", AXIS, "Class by the readers");
        svg.text(LEFT + n * CELL / 2, TOP + n * CELL + 22, "middle", AXIS, "Class by the network");
        for (int i = 0; i < n; i++) {
            svg.text(LEFT - 10, middle(TOP, i) + 4, "end", LABEL, codes.get(i));
            svg.text(middle(LEFT, i), TOP - 10, "middle", LABEL, codes.get(i));
            long total = total(counts[i]);
            svg.text(LEFT + n * CELL + 8, middle(TOP, i) + 4, "start", AXIS, "n " + total);
            for (int j = 0; j < n; j++) {
                square(svg, codes, i, j, counts[i][j], total);
            }
        }
        return svg.finish();
    }

    private static void square(Svg svg, List<String> codes, int row, int column, long count, long total) {
        boolean right = row == column;
        double share = total == 0 ? 0 : (double) count / total;
        String tooltip = String.format(
                Locale.ROOT,
                "%d of %d %s were called %s (%.1f %%)",
                count,
                total,
                codes.get(row),
                codes.get(column),
                100 * share);
        svg.rectangle(
                LEFT + column * CELL + 1,
                TOP + row * CELL + 1,
                CELL - 2,
                CELL - 2,
                "fill:" + (right ? Palette.right(share) : Palette.wrong(share))
                        + (right ? ";stroke:" + Palette.PURPLE + ";stroke-opacity:.35" : ""),
                tooltip);
        if (count > 0) {
            String words = share < 0.005 ? "<1" : Long.toString(Math.round(100 * share));
            svg.text(
                    middle(LEFT, column),
                    middle(TOP, row) + 4,
                    "middle",
                    "pointer-events:none;font-size:12px;fill:" + Palette.inkOn(share, right),
                    words);
        }
    }

    private static double middle(double start, int index) {
        return start + (index + 0.5) * CELL;
    }

    private static long total(long[] row) {
        long sum = 0;
        for (long count : row) {
            sum += count;
        }
        return sum;
    }
}
