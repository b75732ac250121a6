package org.medulla.laboratory.audit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Suspects as CSV: {@code rank,cell,sha256,file,source,given,suggested,score,p_given,p_suggested}. A reading session can be made from it.
 */
public final class SuspectCsv {
    private SuspectCsv() {}

    /** Writes all suspects. */
    public static void write(List<LabelAudit.SuspectCell> cells, Appendable target) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(
                target,
                CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator('\n')
                        .setHeader(
                                "rank",
                                "cell",
                                "sha256",
                                "file",
                                "source",
                                "given",
                                "suggested",
                                "score",
                                "p_given",
                                "p_suggested")
                        .get())) {
            int rank = 1;
            for (LabelAudit.SuspectCell cell : cells) {
                printer.printRecord(
                        rank++,
                        cell.cell().id().value(),
                        cell.cell().digest().hex(),
                        cell.cell().fileName(),
                        cell.cell().source(),
                        cell.suspect().givenClass(),
                        cell.suspect().suggestedClass(),
                        decimal(cell.suspect().score()),
                        decimal(cell.probabilityOfGiven()),
                        decimal(cell.probabilityOfSuggested()));
            }
        }
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
