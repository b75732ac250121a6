package org.medulla.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.medulla.archive.cell.Cell;
import org.medulla.cli.console.Console;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where cells go as they are found. */
interface CellListing extends AutoCloseable {
    /** Takes a cell. */
    void add(Cell cell) throws IOException;

    @Override
    void close() throws IOException;

    /** A listing on standard output. */
    static CellListing of(OutputFormat format, Console console) throws IOException {
        return switch (format) {
            case TABLE -> new AsTable(console.out());
            case CSV -> new AsCsv(console.out());
            case JSON -> new AsJson(console.out());
        };
    }

    /** As one of the formats. */
    final class AsTable implements CellListing {
        private final PrintStream out;
        private final Table table = new Table(
                Column.numbers("cell"),
                Column.words("class"),
                Column.words("source"),
                Column.words("patient"),
                Column.words("file"));

        AsTable(PrintStream out) {
            this.out = out;
        }

        @Override
        public void add(Cell cell) {
            table.row(
                    cell.id().value(),
                    cell.classCode() + (cell.contradicted() ? "?" : ""),
                    cell.source(),
                    cell.details().patient().orElse(""),
                    cell.fileName());
        }

        @Override
        public void close() {
            table.print(out);
        }
    }

    /** As one of the formats. */
    final class AsCsv implements CellListing {
        private final CSVPrinter printer;

        AsCsv(PrintStream out) throws IOException {
            printer = new CSVPrinter(
                    out,
                    CSVFormat.DEFAULT
                            .builder()
                            .setRecordSeparator('\n')
                            .setHeader(
                                    "cell",
                                    "class",
                                    "source",
                                    "patient",
                                    "smear",
                                    "file",
                                    "width",
                                    "height",
                                    "sha256",
                                    "contradicted")
                            .get());
        }

        @Override
        public void add(Cell cell) throws IOException {
            printer.printRecord(
                    cell.id().value(),
                    cell.classCode(),
                    cell.source(),
                    cell.details().patient().orElse(""),
                    cell.details().smear().orElse(""),
                    cell.path(),
                    cell.width(),
                    cell.height(),
                    cell.digest().hex(),
                    cell.contradicted());
        }

        @Override
        public void close() throws IOException {
            printer.flush();
        }
    }

    /** As one of the formats. */
    final class AsJson implements CellListing {
        private final PrintStream out;
        private final ArrayNode cells = Json.array();

        AsJson(PrintStream out) {
            this.out = out;
        }

        @Override
        public void add(Cell cell) {
            ObjectNode node = cells.addObject();
            node.put("cell", cell.id().value())
                    .put("class", cell.classCode())
                    .put("source", cell.source())
                    .put("file", cell.path().toString())
                    .put("width", cell.width())
                    .put("height", cell.height())
                    .put("sha256", cell.digest().hex())
                    .put("contradicted", cell.contradicted());
            cell.details().patient().ifPresent(patient -> node.put("patient", patient));
            cell.details().smear().ifPresent(smear -> node.put("smear", smear));
        }

        @Override
        public void close() {
            out.print(Json.text(cells));
        }
    }
}
