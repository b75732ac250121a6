package org.medulla.cli.command;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellPage;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.cell.Cells;
import org.medulla.archive.search.CellSearch;
import org.medulla.archive.search.Condition;
import org.medulla.archive.search.Facet;
import org.medulla.archive.search.SearchOrder;
import org.medulla.archive.search.SearchPage;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.json.Json;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Lists cells of the archive. */
@picocli.CommandLine.Command(
        name = "cells",
        description = "List the cells of the database, or count them by facet.",
        footer = {
            "",
            "A question has facets with values: class lineage source patient smear",
            "diagnosis stain scanner reader certainty disputed dataset split prediction",
            "confidence date. Terms beside one another must all hold; -term turns one round;",
            "OR and parentheses combine; a,b is either; P01* any end; <0.6, 0.2..0.6,",
            "2026-11 are ranges; has:patient asks whether it is known. A question that begins",
            "with a minus stands after --.",
            "Example: medulla cells 'class:BLA confidence:<0.6 -source:pbc' --order confidence"
        })
public final class CellsCommand extends Command {
    private static final int USUAL_LIMIT = 50;
    private static final int MOST_VALUES = 25;

    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = CellChoice.QUESTION)
    private Optional<String> question = Optional.empty();

    @Mixin
    private CellChoice choice = new CellChoice();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + USUAL_LIMIT,
            description = "At most so many cells; 0 lists all. Default: " + USUAL_LIMIT + ".")
    private int limit = USUAL_LIMIT;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "imported, class, source, patient or confidence (least certain first). Default: imported.")
    private SearchOrder order = SearchOrder.IMPORTED;

    @Option(names = "--facets", description = "Instead of cells, how many there are of each value of each facet.")
    private boolean facets;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw wrongUsage("--limit is a number of cells, not " + limit + ".");
        }
        try (Archive archive = Archive.open(place())) {
            Condition condition = choice.condition(question, archive.nomenclature());
            if (facets) {
                print(archive.search().facets(condition));
            } else if (question.isPresent() || order != SearchOrder.IMPORTED) {
                list(archive, condition);
            } else {
                list(archive, choice.query(archive.nomenclature()));
            }
        }
        return DONE;
    }

    private void list(Archive archive, CellQuery query) throws IOException {
        try (CellListing listing = CellListing.of(format, console())) {
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
    }

    private void list(Archive archive, Condition condition) throws IOException {
        CellSearch search = archive.search();
        int total = search.count(condition); // Asked first: what is wrong with the question is said before any heading.
        int wanted = limit == 0 ? Integer.MAX_VALUE : limit;
        try (CellListing listing = CellListing.of(format, console())) {
            int shown = 0;
            SearchPage page;
            do {
                page = search.page(condition, order, false, shown, Math.min(Cells.PAGE_SIZE, wanted - shown));
                for (Cell cell : page.cells()) {
                    listing.add(cell);
                }
                shown += page.cells().size();
            } while (!page.cells().isEmpty() && shown < wanted);
            say(String.format(Locale.ROOT, "%,d of %,d cells", shown, total));
        }
    }

    private void print(Map<Facet, SortedMap<String, Integer>> counts) {
        if (format == OutputFormat.JSON) {
            ObjectNode node = Json.object();
            counts.forEach((facet, values) -> values.forEach(
                    (value, cells) -> node.withObject("/" + facet.word()).put(value, cells)));
            console().out().print(Json.text(node));
            return;
        }
        Table table = new Table(Column.words("facet"), Column.words("value"), Column.numbers("cells"));
        counts.forEach((facet, values) -> values.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_VALUES)
                .forEach(value -> table.row(facet.word(), value.getKey(), value.getValue())));
        table.print(console().out());
    }
}
