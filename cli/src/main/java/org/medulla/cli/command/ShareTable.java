package org.medulla.cli.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.differential.ClassCount;
import org.medulla.cytology.differential.CorrectedShare;
import org.medulla.cytology.differential.ResampledShare;
import org.medulla.cytology.differential.Share;
import org.medulla.laboratory.counting.CountCorrection;
import org.medulla.laboratory.counting.SmearCount;

/** The shares of the classes for a person at a terminal: raw and, side by side with it, as corrected. */
final class ShareTable {
    private static final String INTERVAL = "95 %";

    private ShareTable() {}

    static void print(SmearCount count, PrintStream out) {
        boolean adjusted = count.correction() instanceof CountCorrection.Made;
        boolean shifted = count.correction() instanceof CountCorrection.Made made
                && made.withoutShift().isEmpty();
        List<Column> columns = new ArrayList<>(List.of(
                Column.words("class"),
                Column.words("name"),
                Column.numbers("cells"),
                Column.numbers("raw %"),
                Column.numbers(INTERVAL)));
        if (adjusted) {
            columns.addAll(List.of(Column.numbers("adjusted %"), Column.numbers(INTERVAL)));
        }
        if (shifted) {
            columns.addAll(List.of(Column.numbers("shifted %"), Column.numbers(INTERVAL)));
        }
        Table table = new Table(columns.toArray(Column[]::new));
        for (ClassCount one : count.differential().classes()) {
            List<Optional<Share>> shares = new ArrayList<>(List.of(Optional.of(one.share())));
            Optional<CorrectedShare> corrected =
                    count.correction().of(one.cellClass().code());
            if (adjusted) {
                shares.add(corrected.flatMap(CorrectedShare::adjusted).map(ResampledShare::share));
            }
            if (shifted) {
                shares.add(corrected.flatMap(CorrectedShare::priorShifted).map(ResampledShare::share));
            }
            if (one.cells() > 0 || shares.stream().flatMap(Optional::stream).anyMatch(ShareTable::shows)) {
                List<Object> cells = new ArrayList<>(
                        List.of(one.cellClass().code(), one.cellClass().name(), one.cells()));
                for (Optional<Share> share : shares) {
                    cells.add(share.map(value -> CountTable.tenth(100 * value.value()))
                            .orElse("-"));
                    cells.add(share.map(ShareTable::interval).orElse("-"));
                }
                table.row(cells.toArray());
            }
        }
        table.print(out);
    }

    /** Whether a share is more than 0.0 when printed. */
    private static boolean shows(Share share) {
        return share.value() >= 0.0005;
    }

    private static String interval(Share share) {
        return CountTable.tenth(100 * share.low()) + "-" + CountTable.tenth(100 * share.high());
    }
}
