package org.medulla.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.evaluation.ClassScore;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.laboratory.evaluation.ModelEvaluation;

/** An evaluation for a person at a terminal: every figure with its interval, the classes, what to keep in mind. */
final class EvaluationTable {
    private EvaluationTable() {}

    static void print(ModelEvaluation evaluated, PrintStream out) {
        Evaluation evaluation = evaluated.evaluation();
        out.println(evaluated.modelName() + " on " + evaluated.subject());
        out.println(String.format(Locale.ROOT, "%,d cells", evaluation.cells()));
        out.println();
        Table figures = new Table(Column.words("figure"), Column.numbers("value"), Column.numbers("95 % interval"));
        evaluation
                .figures()
                .forEach(
                        (metric, estimate) -> figures.row(metric.title(), three(estimate.value()), interval(estimate)));
        evaluated
                .abstention()
                .figures()
                .forEach(
                        (figure, estimate) -> figures.row(figure.title(), three(estimate.value()), interval(estimate)));
        figures.print(out);
        out.println();
        Table classes = new Table(
                Column.words("class"),
                Column.numbers("cells"),
                Column.numbers("recall"),
                Column.numbers("95 % interval"),
                Column.numbers("precision"),
                Column.numbers("tolerant recall"));
        for (ClassScore score : evaluation.classes()) {
            if (score.support() > 0) {
                classes.row(
                        score.code() + (score.filled() ? "" : "*"),
                        score.support(),
                        three(score.strict().recall()),
                        score.strict().recall().map(EvaluationTable::interval).orElse(""),
                        three(score.strict().precision()),
                        three(score.tolerant().recall()));
            }
        }
        classes.print(out);
        if (!evaluation.sparse().isEmpty()) {
            out.println("* fewer than " + evaluation.minimumSupport()
                    + " cells: left out of balanced accuracy and macro" + " figures");
        }
        out.println();
        out.println(evaluation.clustering().words());
        evaluated.cautions().forEach(out::println);
        evaluated.unreadable().forEach(line -> out.println("Not read: " + line));
        out.println("For Research Use Only. Not for use in diagnostic procedures.");
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String three(Optional<Estimate> estimate) {
        return estimate.map(e -> three(e.value())).orElse("-");
    }

    private static String interval(Estimate estimate) {
        return three(estimate.low()) + " - " + three(estimate.high());
    }
}
