package org.medulla.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.differential.CorrectedShare;
import org.medulla.cytology.differential.Differential;
import org.medulla.cytology.differential.ExcludedCount;
import org.medulla.cytology.differential.NormalRange;
import org.medulla.cytology.differential.RangeFinding;
import org.medulla.cytology.differential.Ratio;
import org.medulla.cytology.differential.ResampledShare;
import org.medulla.cytology.differential.Standing;
import org.medulla.cytology.differential.ThresholdAnswer;
import org.medulla.laboratory.counting.AskedThreshold;
import org.medulla.laboratory.counting.CountCorrection;
import org.medulla.laboratory.counting.SmearCount;

/** A differential count for a person at a terminal. */
final class CountTable {
    private CountTable() {}

    static void print(SmearCount count, PrintStream out) {
        Differential differential = count.differential();
        out.println("Differential count by " + count.modelName());
        out.println(String.format(
                Locale.ROOT, "%,d cells, %,d of them counted", differential.cells(), differential.counted()));
        if (count.unidentified() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "%,d of %,d cells are unidentified: counted by their likeliest class, for a person to look at",
                    count.unidentified(),
                    differential.cells()));
        }
        out.println();
        ShareTable.print(count, out);
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
            threshold(asked, count, out);
        }
        if (!count.notNamed().isEmpty()) {
            out.println();
            out.println("The model does not know " + String.join(", ", count.notNamed())
                    + ": such cells are counted as something else.");
        }
        out.println();
        remarks(count.correction(), out);
        count.unreadable().forEach(one -> out.println("Not read: " + one.path() + " " + one.reason()));
        out.println("For Research Use Only. Not for use in diagnostic procedures.");
    }

    private static void threshold(AskedThreshold asked, SmearCount count, PrintStream out) {
        Optional<CorrectedShare> shares = count.correction().of(asked.classCode());
        if (shares.isEmpty()) {
            out.println(question(asked) + " " + answer(asked, count.differential()));
            return;
        }
        long counted = count.differential().counted();
        out.println(question(asked));
        out.println("  raw       " + answer(asked, count.differential()));
        shares.get().adjusted().ifPresent(share -> out.println("  adjusted  " + answer(asked, share, counted)));
        shares.get().priorShifted().ifPresent(share -> out.println("  shifted   " + answer(asked, share, counted)));
    }

    private static void remarks(CountCorrection correction, PrintStream out) {
        out.println("""
                Raw: as the model named the cells. Intervals (95 %, Wilson) say how far the number of cells
                allows; that the model names some cells wrongly comes on top.""");
        switch (correction) {
            case CountCorrection.Made made -> {
                out.println(String.format(Locale.ROOT, """
                        Adjusted: the model's known confusions taken out, by how it named %,d validation cells.""", made.validationCells()));
                out.println(
                        made.withoutShift()
                                .orElse(
                                        "Shifted: the same by its probabilities (prior shift); their calibration is taken for granted."));
                out.println("""
                        Corrections hold for cells like those that the model was trained on; where they disagree or
                        differ much from raw, look at the cells. Quantities and ratios are raw.""");
            }
            case CountCorrection.LeftOut none -> out.println("Not corrected for confusions:\n" + none.reason());
        }
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
        String probability = probability(asked.probability(differential));
        return switch (asked.answer(differential)) {
            case ThresholdAnswer.AtOrAbove at -> "Yes " + probability + ".";
            case ThresholdAnswer.Below below -> "No " + probability + ".";
            case ThresholdAnswer.CountMore more ->
                "Not settled " + probability + ": count " + more.cells() + " more cells.";
            case ThresholdAnswer.TooNear near ->
                "Not settled " + probability + ", and too near the threshold for any sensible count.";
        };
    }

    private static String answer(AskedThreshold asked, ResampledShare share, long counted) {
        String words = switch (asked.verdict(share, counted)) {
            case AT_OR_ABOVE -> "Yes ";
            case BELOW -> "No ";
            case NOT_SETTLED -> "Not settled ";
        };
        return words + probability(asked.probability(share)) + ".";
    }

    private static String question(AskedThreshold asked) {
        return asked.classCode() + " at least " + whole(asked.percent()) + " %?";
    }

    private static String probability(double value) {
        return String.format(Locale.ROOT, "(probability %.3f)", value);
    }

    static String tenth(double value) {
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
