package org.medulla.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.search.SearchLanguage;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.audit.DuplicateAudit;
import org.medulla.laboratory.audit.DuplicateCsv;
import org.medulla.laboratory.audit.DuplicateSheet;
import org.medulla.laboratory.duplicate.DuplicateLimits;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds pictures that show the same cell. */
@picocli.CommandLine.Command(
        name = "duplicates",
        aliases = "leakage",
        description =
                "Find pictures that show the same cell, those of different classes, and those in different folds.",
        footer = {
            "",
            "Re-encoded, scaled, turned, mirrored or slightly shifted copies are found by their",
            "fingerprint and, after `medulla predict`, by what the model saw. Both are shown.",
            "A pair in different folds is leakage: the test holds what was learned.",
            "Example: medulla audit duplicates marrow --report duplicates.html"
        })
final class AuditDuplicatesCommand extends Command {
    @Parameters(
            arity = "0..1",
            paramLabel = "DATASET",
            description = "The dataset, with its classes and folds. Default: all cells, without folds.")
    private Optional<String> dataset = Optional.empty();

    @Option(
            names = "--where",
            paramLabel = "QUESTION",
            description = "Instead of a dataset, the cells for which this holds.")
    private Optional<String> question = Optional.empty();

    @Option(
            names = "--bits",
            paramLabel = "N",
            description = "Fingerprints that differ in so many of 64 bits suffice beside a similarity. Default: 8.")
    private int bits = DuplicateLimits.STANDARD.bits();

    @Option(
            names = "--similarity",
            paramLabel = "X",
            description = "The similarity that suffices beside the fingerprint, up to 1. Default: 0.95.")
    private double similarity = DuplicateLimits.STANDARD.similarity();

    @Option(names = "--top", paramLabel = "N", defaultValue = "20", description = "How many to show. Default: 20.")
    private int top = 20;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write all pairs to a CSV file.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a page with both pictures of each pair, at most " + DuplicateSheet.MOST
                    + ", those that matter most.")
    private Optional<Path> report = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (dataset.isPresent() && question.isPresent()) {
            throw wrongUsage("Either a dataset or --where, not both.");
        }
        DuplicateLimits limits = limits();
        try (Archive archive = Archive.open(place())) {
            DuplicateAudit audit = new DuplicateAudit(archive, limits);
            DuplicateAudit.Audited audited;
            if (dataset.isPresent()) {
                audited = audit.ofDataset(dataset.get(), progress());
            } else {
                List<CellId> cells = archive.search().ids(SearchLanguage.parse(question.orElse("")));
                audited = audit.ofCells(question.orElse("all cells"), cells, progress());
            }
            print(audited);
            if (out.isPresent()) {
                try (Writer writer = Files.newBufferedWriter(out.get())) {
                    DuplicateCsv.write(audited.pairs(), writer);
                }
                say("All pairs: " + out.get());
            }
            if (report.isPresent()) {
                Files.writeString(
                        report.get(),
                        DuplicateSheet.html(archive, audited, Version.current().line()));
                say("The pictures: " + report.get());
            }
        }
        return DONE;
    }

    private DuplicateLimits limits() {
        DuplicateLimits standard = DuplicateLimits.STANDARD;
        if (bits < 0 || bits > Long.SIZE || !(similarity >= 0 && similarity <= 1)) {
            throw wrongUsage("--bits lies between 0 and 64, --similarity between 0 and 1.");
        }
        return new DuplicateLimits(
                Math.min(bits, standard.bitsAlone()),
                Math.max(similarity, standard.similarityAlone()),
                bits,
                similarity);
    }

    private void print(DuplicateAudit.Audited audited) {
        Table table = new Table(
                Column.numbers("similarity"),
                Column.numbers("bits"),
                Column.numbers("cell"),
                Column.words("class"),
                Column.words("file"),
                Column.numbers("cell"),
                Column.words("class"),
                Column.words("file"),
                Column.words(""));
        audited.pairs().stream().limit(top).forEach(pair -> row(table, pair));
        table.print(console().out());
        console().out().println(String.format(Locale.ROOT, "%n%s", DuplicateSheet.summary(audited)));
        say(DuplicateSheet.rule(audited) + " " + DuplicateSheet.advice(audited));
    }

    private static void row(Table table, DuplicateAudit.Pair pair) {
        table.row(
                pair.found().similarity().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.3f", pair.found().similarity().getAsDouble())
                        : "?",
                pair.found().bits(),
                pair.one().cell().id().value(),
                pair.one().classCode(),
                pair.one().cell().fileName(),
                pair.other().cell().id().value(),
                pair.other().classCode(),
                pair.other().cell().fileName(),
                (pair.isContradictory() ? "different classes " : "") + (pair.isLeaking() ? "different folds" : ""));
    }
}
