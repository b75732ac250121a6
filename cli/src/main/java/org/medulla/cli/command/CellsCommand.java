package org.medulla.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellPage;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.cell.Cells;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.json.Json;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists cells of the archive. */
@picocli.CommandLine.Command(
        name = "cells",
        description = "List the cells of the database.",
        footer = {"", "Example: medulla cells --class BLA --limit 20"})
public final class CellsCommand extends Command {
    private static final int USUAL_LIMIT = 50;

    @Option(
            names = "--class",
            paramLabel = "CODE",
            split = ",",
            converter = ClassCode.Converter.class,
            description = "Only cells of these classes.")
    private List<ClassCode> classes = List.of();

    @Option(names = "--source", paramLabel = "NAME", split = ",", description = "Only cells from these sources.")
    private List<String> sources = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + USUAL_LIMIT,
            description = "At most so many cells; 0 lists all. Default: " + USUAL_LIMIT + ".")
    private int limit = USUAL_LIMIT;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw wrongUsage("--limit is a number of cells, not " + limit + ".");
        }
        try (Archive archive = Archive.open(home());
                Listing listing = listing()) {
            CellQuery query = CellQuery.all()
                    .ofClasses(classes.stream().map(ClassCode::code).toList())
                    .fromSources(sources);
            Cells cells = archive.cells();
            long wanted = limit == 0 ? Long.MAX_VALUE : limit;
            long shown = 0;
            long total = 0;
            for (int number = 0; shown < wanted; number++) {
                CellPage page = cells.page(query, number);
                total = page.total();
                if (page.cells().isEmpty()) {
                    break;
                }
                for (Cell cell :
                        page.cells().subList(0, (int) Math.min(page.cells().size(), wanted - shown))) {
                    listing.add(cell);
                    shown++;
                }
            }
            say(String.format(Locale.ROOT, "%,d of %,d cells", shown, total));
        }
        return DONE;
    }

    private Listing listing() throws IOException {
        return switch (format) {
            case TABLE -> new AsTable();
            case CSV -> new AsCsv();
            case JSON -> new AsJson();
        };
    }

    /** Where cells go as they are found. */
    private interface Listing extends AutoCloseable {
        void add(Cell cell) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final class AsTable implements Listing {
        private final Table table = new Table(
                Column.numbers("cell"),
                Column.words("class"),
                Column.words("source"),
                Column.words("patient"),
                Column.words("file"));

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
            table.print(console().out());
        }
    }

    private final class AsCsv implements Listing {
        private final CSVPrinter printer = new CSVPrinter(
                console().out(),
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

        AsCsv() throws IOException {}

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

    private final class AsJson implements Listing {
        private final ArrayNode cells = Json.array();

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
            console().out().print(Json.text(cells));
        }
    }
}
