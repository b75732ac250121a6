package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.medulla.cytology.job.MedullaException;

/** The CSV files of a release: RFC 4180 with a heading, UTF-8, lines ended by a line feed. */
final class CsvFiles {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final CSVFormat READING =
            FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvFiles() {}

    /** Writes a heading and lets lines follow; the stream stays open. */
    static void write(OutputStream out, List<String> columns, Lines lines) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(columns);
        lines.writeTo(printer);
        printer.flush();
    }

    /**
     * Shows every line after the heading.
     *
     * @throws MedullaException DATA when it is no CSV
     */
    static void read(Path file, Consumer<CsvLine> lines) {
        String name = file.getFileName().toString();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), READING)) {
            parser.forEach(record -> lines.accept(new CsvLine(name, record)));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw MedullaException.data(
                    "The file " + file + " cannot be read as CSV: take the release from its origin again.");
        }
    }

    /** Prints lines. */
    @FunctionalInterface
    interface Lines {
        void writeTo(CSVPrinter printer) throws IOException;
    }
}
