package org.medulla.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.laboratory.experiment.PublishedResult;
import org.medulla.laboratory.report.MethodFigures;
import org.medulla.laboratory.report.MethodPair;

/** A comparison as a person reads it in a terminal. */
final class ComparisonTable {
    private ComparisonTable() {}

    static void print(PublishedResult result, PrintStream out) {
        Table figures = new Table(
                Column.words("method"),
                Column.numbers("balanced accuracy"),
                Column.numbers("over folds"),
                Column.numbers("accuracy"),
                Column.numbers("macro F1"));
        for (MethodFigures method : result.methods()) {
            figures.row(
                    method.title(),
                    value(method, Metric.BALANCED_ACCURACY),
                    method.folds()
                            .figure(Metric.BALANCED_ACCURACY)
                            .map(s -> String.format(Locale.ROOT, "%.3f ± %.3f", s.mean(), s.deviation()))
                            .orElse("-"),
                    value(method, Metric.ACCURACY),
                    value(method, Metric.MACRO_F1));
        }
        figures.print(out);
        for (MethodPair pair : result.pairs()) {
            pair.difference(Metric.BALANCED_ACCURACY)
                    .ifPresent(e -> out.printf(
                            Locale.ROOT,
                            "%s less %s: %+.3f balanced accuracy (%+.3f to %+.3f), McNemar's p %.2g%n",
                            pair.first(),
                            pair.second(),
                            e.value(),
                            e.low(),
                            e.high(),
                            pair.test().p()));
        }
    }

    private static String value(MethodFigures method, Metric metric) {
        return method.evaluation()
                .figure(metric)
                .map(e -> String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", e.value(), e.low(), e.high()))
                .orElse("-");
    }
}
