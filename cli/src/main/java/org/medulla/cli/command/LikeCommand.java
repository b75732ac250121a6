package org.medulla.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.search.Condition;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.similarity.PictureEmbedding;
import org.medulla.laboratory.similarity.SimilarCell;
import org.medulla.laboratory.similarity.SimilarCells;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

/** Lists the cells that look most like a given one. */
@picocli.CommandLine.Command(
        name = "like",
        description = "List the cells that look most like a cell of the database or a picture, the most similar first.",
        footer = {
            "",
            "Cells are compared by what a model saw in them, which `medulla predict` keeps.",
            "Similarity is the cosine of the angle between embeddings: 1 for the same picture.",
            "What it means depends on the model; the order tells more than the number.",
            "Example: medulla like 17 --limit 10",
            "         medulla like cell.jpg 'class:BLA,PMO -source:pbc'"
        })
public final class LikeCommand extends Command {
    private static final int USUAL_LIMIT = 20;

    @Parameters(index = "0", paramLabel = "CELL|FILE", description = "The cell's number, or a picture of a cell.")
    private String subject = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "QUESTION", description = CellChoice.QUESTION)
    private Optional<String> question = Optional.empty();

    @Mixin
    private CellChoice choice = new CellChoice();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + USUAL_LIMIT,
            description = "How many cells. Default: " + USUAL_LIMIT + ".")
    private int limit = USUAL_LIMIT;

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "By which model cells are compared. Default: the one that predicted last.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw wrongUsage("--limit is a number of cells from 1, not " + limit + ".");
        }
        ModelShelf shelf = new ModelShelf(place());
        Optional<ModelShelf.Found> named = model.map(shelf::named);
        try (Archive archive = Archive.open(place());
                SimilarCells cells = open(archive, named)) {
            LongPredicate wanted = wanted(archive, choice.condition(question, archive.nomenclature()));
            List<SimilarCell> found;
            if (subject.matches("\\d{1,18}")) {
                found = cells.like(cell(archive), limit, wanted);
            } else {
                try (OpenModel opened =
                        named.orElseGet(() -> shelf.withDigest(cells.model())).open()) {
                    found = cells.like(PictureEmbedding.of(Path.of(subject), opened), limit, wanted);
                }
            }
            print(archive, found);
            say(String.format(
                    Locale.ROOT,
                    "%,d of %,d cells compared%s by model %s.",
                    found.size(),
                    cells.size(),
                    cells.isExact() ? "" : " with an index",
                    cells.model().hex().substring(0, 8)));
        }
        return DONE;
    }

    private SimilarCells open(Archive archive, Optional<ModelShelf.Found> named) {
        return named.isPresent()
                ? SimilarCells.open(archive, new Digest(named.get().file().digest()), progress())
                : SimilarCells.open(archive, progress());
    }

    private CellId cell(Archive archive) {
        long number = Long.parseLong(subject);
        if (number < 1) {
            throw wrongUsage("Cells are numbered from 1, not " + number + ".");
        }
        CellId cell = new CellId(number);
        if (archive.cells().find(cell).isEmpty()) {
            throw MedullaException.user("There is no cell " + number + ": list the cells with `medulla cells`.");
        }
        return cell;
    }

    private static LongPredicate wanted(Archive archive, Condition condition) {
        if (condition.equals(Condition.EVERYTHING)) {
            return _ -> true;
        }
        Set<Long> cells =
                archive.search().ids(condition).stream().map(CellId::value).collect(Collectors.toSet());
        return cells::contains;
    }

    private void print(Archive archive, List<SimilarCell> found) throws IOException {
        List<Cell> cells =
                archive.cells().find(found.stream().map(SimilarCell::cell).toList());
        switch (format) {
            case TABLE -> table(found, cells);
            case CSV -> csv(found, cells);
            case JSON -> json(found, cells);
        }
    }

    private void table(List<SimilarCell> found, List<Cell> cells) {
        Table table = new Table(
                Column.numbers("similarity"),
                Column.words("class"),
                Column.words("source"),
                Column.numbers("cell"),
                Column.words("file"));
        for (int i = 0; i < found.size(); i++) {
            Cell cell = cells.get(i);
            table.row(
                    similarity(found.get(i)),
                    cell.classCode(),
                    cell.source(),
                    cell.id().value(),
                    cell.fileName());
        }
        table.print(console().out());
    }

    private void csv(List<SimilarCell> found, List<Cell> cells) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                console().out(),
                CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator('\n')
                        .setHeader("similarity", "class", "source", "cell", "sha256")
                        .get());
        for (int i = 0; i < found.size(); i++) {
            Cell cell = cells.get(i);
            printer.printRecord(
                    similarity(found.get(i)),
                    cell.classCode(),
                    cell.source(),
                    cell.id().value(),
                    cell.digest().hex());
        }
        printer.flush();
    }

    private void json(List<SimilarCell> found, List<Cell> cells) {
        ArrayNode nodes = Json.array();
        for (int i = 0; i < found.size(); i++) {
            Cell cell = cells.get(i);
            nodes.addObject()
                    .put("similarity", found.get(i).similarity())
                    .put("class", cell.classCode())
                    .put("source", cell.source())
                    .put("cell", cell.id().value())
                    .put("file", cell.path().toString())
                    .put("sha256", cell.digest().hex());
        }
        console().out().print(Json.text(nodes));
    }

    private static String similarity(SimilarCell cell) {
        return String.format(Locale.ROOT, "%.3f", cell.similarity());
    }
}
