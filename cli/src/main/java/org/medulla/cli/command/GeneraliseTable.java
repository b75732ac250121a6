package org.medulla.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.laboratory.experiment.GeneraliseResult;
import org.medulla.laboratory.report.ComparedClass;
import org.medulla.laboratory.report.DirectionFigures;
import org.medulla.laboratory.report.VariantFigures;

/** A study of two laboratories as a person reads it in a terminal. */
final class GeneraliseTable {
    private GeneraliseTable() {}

    static void print(GeneraliseResult result, PrintStream out) {
        for (DirectionFigures direction : result.directions()) {
            out.printf(
                    Locale.ROOT,
                    "%s to %s: balanced accuracy over the shared classes, %d cells at home, %d abroad%n",
                    direction.trained(),
                    direction.tested(),
                    direction.homeCells(),
                    direction.abroadCells());
            Table table = new Table(
                    Column.words("variant"),
                    Column.numbers("at home"),
                    Column.numbers("abroad"),
                    Column.numbers("shared classes only"),
                    Column.numbers("abroad, less standard"),
                    Column.numbers("right ones accepted"),
                    Column.numbers("ROC-AUC of oddness"));
            for (VariantFigures variant : direction.variants()) {
                table.row(
                        variant.title(),
                        value(Optional.of(variant.home()), "%.3f"),
                        value(Optional.of(variant.abroad()), "%.3f"),
                        value(Optional.of(variant.sharedOnly()), "%.3f"),
                        value(variant.difference(), "%+.3f"),
                        value(variant.rightAccepted(), "%.3f"),
                        value(variant.oddness(), "%.3f"));
            }
            table.print(out);
            out.println();
        }
        out.println("Not counted, with cells in " + result.request().train() + " and "
                + result.request().test() + ": "
                + notCounted(result.directions().getFirst()));
        result.cautions().forEach(out::println);
    }

    private static String notCounted(DirectionFigures direction) {
        String list = String.join(
                ", ",
                direction.classes().stream()
                        .filter(compared -> !compared.shared())
                        .map(GeneraliseTable::words)
                        .toList());
        return list.isEmpty() ? "none" : list;
    }

    private static String words(ComparedClass compared) {
        return compared.code() + " " + compared.trained() + " and " + compared.tested();
    }

    private static String value(Optional<Estimate> estimate, String format) {
        return estimate.map(e -> String.format(
                        Locale.ROOT, format + " (" + format + " to " + format + ")", e.value(), e.low(), e.high()))
                .orElse("-");
    }
}
