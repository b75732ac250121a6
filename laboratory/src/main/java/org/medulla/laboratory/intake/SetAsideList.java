package org.medulla.laboratory.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.medulla.archive.layout.SetAside;
import org.medulla.cytology.job.MedullaException;

/** The list of what an import set aside, as CSV with the columns {@code path,reason,words}. */
record SetAsideList(Path file) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    /** Writes the list in the order in which the files came. */
    void write(List<SetAside> files) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (BufferedWriter writer = Files.newBufferedWriter(file);
                    CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
                printer.printRecord("path", "reason", "words");
                for (SetAside one : files) {
                    printer.printRecord(one.path(), one.kind(), one.words());
                }
            }
        } catch (IOException e) {
            throw MedullaException.resources("The list of files set aside could not be written to " + file + ".", e);
        }
    }
}
