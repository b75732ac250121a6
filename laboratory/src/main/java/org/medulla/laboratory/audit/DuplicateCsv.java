package org.medulla.laboratory.audit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Pairs of near-duplicates as CSV: the differing bits of their fingerprints, the similarity of their embeddings, whether they contradict
 * one another and whether they leak between folds, then both cells.
 */
public final class DuplicateCsv {
    private DuplicateCsv() {}

    /** Writes all pairs. */
    public static void write(List<DuplicateAudit.Pair> pairs, Appendable target) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(
                target,
                CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator('\n')
                        .setHeader(
                                "bits",
                                "similarity",
                                "contradictory",
                                "leaking",
                                "cell",
                                "class",
                                "fold",
                                "source",
                                "file",
                                "sha256",
                                "other_cell",
                                "other_class",
                                "other_fold",
                                "other_source",
                                "other_file",
                                "other_sha256")
                        .get())) {
            for (DuplicateAudit.Pair pair : pairs) {
                printer.print(pair.found().bits());
                printer.print(
                        pair.found().similarity().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.4f",
                                        pair.found().similarity().getAsDouble())
                                : "");
                printer.print(pair.isContradictory());
                printer.print(pair.isLeaking());
                print(pair.one(), printer);
                print(pair.other(), printer);
                printer.println();
            }
        }
    }

    private static void print(DuplicateAudit.Side side, CSVPrinter printer) throws IOException {
        printer.print(side.cell().id().value());
        printer.print(side.classCode());
        printer.print(side.fold().isPresent() ? side.fold().getAsInt() : "");
        printer.print(side.cell().source());
        printer.print(side.cell().fileName());
        printer.print(side.cell().digest().hex());
    }
}
