package org.medulla.archive.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The CSV that a dataset version is: {@code sha256,class,file_name,source,patient,smear}, a line for each cell, sorted by
 * digest, UTF-8, lines ended by a line feed. Its own SHA-256 is the version's digest, so {@code sha256sum} can check it.
 */
final class Manifest {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader("sha256", "class", "file_name", "source", "patient", "smear")
            .get();

    private Manifest() {}

    /** The bytes of the manifest of cells that are in the order of their digests. */
    static byte[] write(List<FrozenCell> cells) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (FrozenCell cell : cells) {
                printer.printRecord(
                        cell.digest().hex(),
                        cell.classCode(),
                        cell.fileName(),
                        cell.source(),
                        cell.patient().orElse(""),
                        cell.smear().orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
