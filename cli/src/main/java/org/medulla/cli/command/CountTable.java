package org.medulla.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.differential.ClassCount;
import org.medulla.cytology.differential.Differential;
import org.medulla.cytology.differential.ExcludedCount;
import org.medulla.cytology.differential.NormalRange;
import org.medulla.cytology.differential.RangeFinding;
import org.medulla.cytology.differential.Ratio;
import org.medulla.cytology.differential.Share;
import org.medulla.cytology.differential.Standing;
import org.medulla.cytology.differential.ThresholdAnswer;
import org.medulla.laboratory.counting.AskedThreshold;
import org.medulla.laboratory.counting.SmearCount;

/** A differential count for a person at a terminal. */
final class CountTable {
    private CountTable() {}

    static void print(SmearCount count, PrintStream out) {
        Differential differential = count.differential();
        out.println("Differential count by " + count.modelName());
        out.println(String.format(
                Locale.ROOT, "%,d cells, %,d of them counted", differential.cells(), differential.counted()));
        out.println();
        classes(differential, out);
        out.println();
        quantities(count, out);
        if (!differential.excluded().isEmpty()) {
            out.println();
            out.println("Not counted:");
            for (ExcludedCount one : differential.excluded()) {
                out.println(String.format(
                        Locale.ROOT, "%8d  %s", one.cells(), one.cellClass().name()));
            }
        }
        for (AskedThreshold asked : count.thresholds()) {
            out.println();
            out.println(answer(asked, differential));
        }
        if (!count.notNamed().isEmpty()) {
            out.println();
            out.println("The model does not know " + String.join(", ", count.notNamed())
                    + ": such cells are counted as something else.");
        }
        out.println();
        out.println("Intervals (95 %, Wilson) say how far the number of cells allows; that the model names some cells"
                + " wrongly comes on top.");
        count.unreadable().forEach(one -> out.println("Not read: " + one.path() + " " + one.reason()));
        out.println("For Research Use Only. Not for use in diagnostic procedures.");
    }

    private static void classes(Differential differential, PrintStream out) {
        Table table = new Table(
                Column.words("class"),
                Column.words("name"),
                Column.numbers("cells"),
                Column.numbers("%"),
                Column.numbers("95 % interval"));
        for (ClassCount one : differential.classes()) {
            if (one.cells() > 0) {
                table.row(
                        one.cellClass().code(),
                        one.cellClass().name(),
                        one.cells(),
                        tenth(100 * one.share().value()),
                        interval(one.share()));
            }
        }
        table.print(out);
    }

    private static void quantities(SmearCount count, PrintStream out) {
        Table table = new Table(
                Column.words("quantity"),
                Column.numbers("value"),
                Column.numbers("95 % interval"),
                Column.numbers("normal adult"),
                Column.words(""));
        for (RangeFinding finding : count.findings()) {
            boolean percent = finding.range().quantity() == NormalRange.Quantity.PERCENT;
            table.row(
                    finding.range().name() + (percent ? ", %" : ""),
                    tenth(finding.value()),
                    tenth(finding.low()) + " - " + tenth(finding.high()),
                    whole(finding.range().low()) + " - " + whole(finding.range().high()),
                    words(finding.standing()));
        }
        Optional<Ratio> immature = count.differential().immatureToMature();
        immature.ifPresent(ratio ->
                table.row("I:Mg", tenth(ratio.value()), tenth(ratio.low()) + " - " + tenth(ratio.high()), "", ""));
        table.print(out);
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case BELOW -> "low";
            case WITHIN -> "";
            case ABOVE -> "high";
            case UNDECIDED -> "count more to tell";
        };
    }

    private static String answer(AskedThreshold asked, Differential differential) {
        String question = asked.classCode() + " at least " + whole(asked.percent()) + " %? ";
        String probability = String.format(Locale.ROOT, "(probability %.3f)", asked.probability(differential));
        return question
                + switch (asked.answer(differential)) {
                    case ThresholdAnswer.AtOrAbove at -> "Yes " + probability + ".";
                    case ThresholdAnswer.Below below -> "No " + probability + ".";
                    case ThresholdAnswer.CountMore more ->
                        "Not settled " + probability + ": count " + more.cells() + " more cells.";
                    case ThresholdAnswer.TooNear near ->
                        "Not settled " + probability + ", and too near the threshold for any sensible count.";
                };
    }

    private static String interval(Share share) {
        return tenth(100 * share.low()) + " - " + tenth(100 * share.high());
    }

    private static String tenth(double value) {
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
