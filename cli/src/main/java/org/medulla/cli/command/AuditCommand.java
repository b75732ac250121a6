package org.medulla.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.archive.audit.AuditEntry;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.cytology.suspect.ClassNoise;
import org.medulla.laboratory.audit.LabelAudit;
import org.medulla.laboratory.audit.SuspectCsv;
import org.medulla.laboratory.experiment.Method;
import org.medulla.laboratory.experiment.PublishedRequest;
import org.medulla.laboratory.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what is wrong, and shows what was done. */
@picocli.CommandLine.Command(
        name = "audit",
        description =
                "Find labels that are probably wrong and pictures that show the same cell; write out the log of everything"
                        + " that was done.",
        subcommands = {
            AuditCommand.Labels.class,
            AuditDuplicatesCommand.class,
            AuditSmearsCommand.class,
            AuditCommand.Log.class
        })
public final class AuditCommand extends Command {
    @Override
    public Integer call() {
        throw wrongUsage("Audit what: labels, duplicates, smears or log?");
    }

    /** Ranks suspect labels. */
    @picocli.CommandLine.Command(
            name = "labels",
            description = "Rank the cells of a dataset whose class is probably wrong, the most suspect first.",
            footer = {
                "",
                "Each fold is judged by methods that learned from the others. A support vector",
                "machine on hand-made features takes minutes; networks find more and take longer.",
                "Example: medulla audit labels marrow --out suspects.csv",
                "         medulla audit labels marrow --networks features-svm,small --epochs 60"
            })
    static final class Labels extends Command {
        private static final long SEED = 1;

        @Parameters(paramLabel = "NAME", description = "The dataset.")
        private String dataset = "";

        @Option(
                names = "--networks",
                paramLabel = "NAME",
                split = ",",
                defaultValue = "features-svm",
                description = "What judges; of several the mean. Default: features-svm.")
        private List<String> networks = List.of();

        @ArgGroup
        private TrainingLength length = new TrainingLength();

        @Option(names = "--top", paramLabel = "N", defaultValue = "20", description = "How many to show. Default: 20.")
        private int top = 20;

        @Option(names = "--out", paramLabel = "FILE", description = "Also write all suspects to a CSV file.")
        private Optional<Path> out = Optional.empty();

        @Override
        public Integer call() throws IOException {
            if (!length.isPossible()) {
                throw wrongUsage("--minutes and --epochs are above 0.");
            }
            PublishedRequest request = new PublishedRequest(
                    dataset, OptionalInt.empty(), Method.named(networks), length.asLength(), Optional.empty(), SEED);
            try (Archive archive = Archive.open(place())) {
                LabelAudit.Audited audited = new LabelAudit(
                                archive, Version.current().name(), InstantSource.system(), console()::say)
                        .run(request, progress());
                print(audited);
                if (out.isPresent()) {
                    try (Writer writer = Files.newBufferedWriter(out.get())) {
                        SuspectCsv.write(audited.cells(), writer);
                    }
                    say("All suspects: " + out.get());
                }
            }
            return DONE;
        }

        private void print(LabelAudit.Audited audited) {
            Table classes = new Table(
                    Column.words("class"),
                    Column.numbers("cells"),
                    Column.numbers("probably wrong"),
                    Column.words("probably"));
            for (ClassNoise noise : audited.suspects().classes()) {
                classes.row(
                        noise.classCode(),
                        noise.cells(),
                        noise.noiseRate().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.0f %%",
                                        100 * noise.noiseRate().getAsDouble())
                                : "?",
                        others(noise));
            }
            classes.print(console().out());
            console()
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "%n%,d of %,d cells are suspect; %,d of sparse classes were not judged.%n",
                            audited.cells().size(),
                            audited.suspects().judged(),
                            audited.suspects().unjudged()));
            Table table = new Table(
                    Column.numbers("cell"),
                    Column.words("given"),
                    Column.words("suggested"),
                    Column.numbers("score"),
                    Column.words("file"));
            audited.cells().stream()
                    .limit(top)
                    .forEach(cell -> table.row(
                            cell.cell().id().value(),
                            cell.suspect().givenClass(),
                            cell.suspect().suggestedClass(),
                            String.format(Locale.ROOT, "%.3f", cell.suspect().score()),
                            cell.cell().fileName()));
            table.print(console().out());
            say("A weak judge contradicts many right labels: the order tells where to look first.");
        }

        private static String others(ClassNoise noise) {
            return noise.probableCells().entrySet().stream()
                    .filter(other -> !other.getKey().equals(noise.classCode()))
                    .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                    .limit(3)
                    .map(other -> String.format(Locale.ROOT, "%s %.0f", other.getKey(), other.getValue()))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }

    /** Writes the log. */
    @picocli.CommandLine.Command(
            name = "log",
            description = "Write the log of everything that was done, an entry on each line as JSON.",
            footer = {"", "Each entry has the digest of the one before; `medulla verify` proves the log whole."})
    static final class Log extends Command {
        private static final int TOGETHER = 1_000;

        @Override
        public Integer call() {
            try (Archive archive = Archive.open(place())) {
                long last = 0;
                List<AuditEntry> entries = archive.audit().after(last, TOGETHER);
                while (!entries.isEmpty()) {
                    entries.forEach(entry -> console().out().println(line(entry)));
                    last = entries.getLast().id();
                    entries = archive.audit().after(last, TOGETHER);
                }
            }
            return DONE;
        }

        private static String line(AuditEntry entry) {
            return Json.line(Json.object()
                    .put("id", entry.id())
                    .put("at", entry.at())
                    .put("action", entry.action())
                    .put("subject", entry.subject())
                    .put("rows", entry.rows())
                    .put("rows_digest", entry.rowsDigest().hex())
                    .put("previous", entry.previous().hex())
                    .put("digest", entry.digest().hex()));
        }
    }
}
