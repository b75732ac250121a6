package org.medulla.cli.command;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.nomenclature.ChangeJson;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import org.medulla.laboratory.json.Json;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Lists the classes of the home's nomenclature, or how it grew. Each change is a subcommand. */
@picocli.CommandLine.Command(
        name = "classes",
        description = "List the cell classes of the home, or add, split, merge and rename them.",
        subcommands = {
            ClassesAddCommand.class,
            ClassesSplitCommand.class,
            ClassesMergeCommand.class,
            ClassesRenameCommand.class
        },
        footer = {
            "",
            "Nothing that was read is changed: labels and older datasets keep their classes,",
            "and cells of merged classes show as what these were merged into.",
            "Example: medulla classes add MGK --name Megakaryocyte --lineage megakaryocytic --by Weiß",
            "         medulla classes split LYT --into LYB,LYC --by Weiß",
            "         medulla classes merge NGB,NGS --into NEU --name Neutrophil --by Weiß"
        })
public final class ClassesCommand extends Command {
    @Option(names = "--history", description = "Instead of the classes, the changes, the oldest first.")
    private boolean history;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        if (format == OutputFormat.CSV) {
            throw wrongUsage("Classes are printed as a table or as json.");
        }
        try (Archive archive = Archive.open(place())) {
            List<RecordedChange> changes = archive.nomenclatures().changes();
            Nomenclature nomenclature = archive.nomenclature();
            if (format == OutputFormat.JSON) {
                ObjectNode root = Json.object().put("nomenclature", nomenclature.version());
                root.set("classes", ChangeJson.array(nomenclature.classes()));
                nomenclature.merged().forEach(root.putObject("merged")::put);
                root.set("changes", ChangeJson.write(changes));
                console().out().print(Json.text(root));
            } else if (history) {
                print(changes);
            } else {
                print(nomenclature, archive.cells().countsByClass(CellQuery.all()));
            }
            if (format == OutputFormat.TABLE) {
                say("Nomenclature " + nomenclature.version() + ", " + steps(changes.size()) + ".");
            }
        }
        return DONE;
    }

    private static String steps(int changes) {
        return switch (changes) {
            case 0 -> "the standard one";
            case 1 -> "one change from the standard one";
            default -> changes + " changes from the standard one";
        };
    }

    private void print(Nomenclature nomenclature, SortedMap<String, Long> cells) {
        Table table = new Table(
                Column.words("class"),
                Column.words("name"),
                Column.words("lineage"),
                Column.words("tolerated"),
                Column.words("counted"),
                Column.numbers("cells"),
                Column.words("remark"));
        for (CellClass one : nomenclature.classes()) {
            table.row(
                    one.code(),
                    one.name(),
                    one.lineage().word(),
                    String.join(" ", one.toleratedAs().stream().sorted().toList()),
                    one.counted() ? "yes" : "no",
                    cells.getOrDefault(one.code(), 0L),
                    remark(nomenclature, one.code()));
        }
        table.print(console().out());
    }

    private static String remark(Nomenclature nomenclature, String code) {
        List<String> remarks = new ArrayList<>();
        List<String> parts = nomenclature.parts(code);
        if (!parts.isEmpty()) {
            remarks.add("group of " + String.join(" ", parts));
        }
        nomenclature.group(code).ifPresent(group -> remarks.add("part of " + group));
        List<String> gone = nomenclature.merged().entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(entry -> entry.getKey())
                .toList();
        if (!gone.isEmpty()) {
            remarks.add("also what was " + String.join(" ", gone));
        }
        return String.join(", ", remarks);
    }

    private void print(List<RecordedChange> changes) {
        Table table = new Table(
                Column.words("when"),
                Column.words("what"),
                Column.words("by"),
                Column.words("why"),
                Column.words("nomenclature"));
        for (RecordedChange recorded : changes) {
            table.row(
                    recorded.at().truncatedTo(ChronoUnit.SECONDS),
                    words(recorded.change()),
                    recorded.author(),
                    recorded.reason().orElse(""),
                    recorded.version());
        }
        if (!table.isEmpty()) {
            table.print(console().out());
        }
    }

    /** A change in words: "merged NGB, NGS into NEU". */
    static String words(NomenclatureChange change) {
        return switch (change) {
            case NomenclatureChange.Added added ->
                "added " + added.code() + " (" + added.cellClass().name() + ")";
            case NomenclatureChange.Split split -> "split " + split.code() + " into " + String.join(", ", split.into());
            case NomenclatureChange.Merged merged ->
                "merged " + String.join(", ", merged.codes()) + " into " + merged.code();
            case NomenclatureChange.Renamed renamed -> "renamed " + renamed.code() + " to \"" + renamed.name() + "\"";
        };
    }
}
