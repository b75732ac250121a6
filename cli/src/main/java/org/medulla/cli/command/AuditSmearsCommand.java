package org.medulla.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.cli.console.Table;
import org.medulla.cli.console.Table.Column;
import org.medulla.laboratory.audit.SmearAudit;
import org.medulla.laboratory.audit.SmearSheet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which cells of a dataset look as if they came from one smear. */
@picocli.CommandLine.Command(
        name = "smears",
        description = "Group the cells of a dataset by background, stain and scanner, where smears are not known.",
        footer = {
            "",
            "Such pseudo-smears are guesses. `medulla split NAME --by pseudo-smear` keeps each in",
            "one fold: figures on that split tell how far others flatter.",
            "Example: medulla audit smears marrow --report smears.html"
        })
final class AuditSmearsCommand extends Command {
    @Parameters(paramLabel = "DATASET", description = "The dataset.")
    private String dataset = "";

    @Option(
            names = "--groups",
            paramLabel = "N",
            description = "How many groups. Default: one for 40 cells, but 5 to 60.")
    private Optional<Integer> groups = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Also write a page with pictures of each group.")
    private Optional<Path> report = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (groups.orElse(2) < 2) {
            throw wrongUsage("--groups is at least 2, not " + groups.get() + ".");
        }
        try (Archive archive = Archive.open(place())) {
            SmearAudit.Audited audited = new SmearAudit(archive)
                    .ofDataset(dataset, groups.map(OptionalInt::of).orElse(OptionalInt.empty()), progress());
            Table table = new Table(
                    Column.numbers("pseudo-smear"),
                    Column.numbers("cells"),
                    Column.words("classes"),
                    Column.words("sources"));
            audited.groups()
                    .forEach(group ->
                            table.row(group.number(), group.cells().size(), group.classMix(), group.sourceMix()));
            table.print(console().out());
            console().out().println("\n" + SmearSheet.summary(audited));
            say(SmearSheet.warning(audited));
            if (report.isPresent()) {
                Files.writeString(
                        report.get(),
                        SmearSheet.html(archive, audited, Version.current().line()));
                say("The pictures: " + report.get());
            }
        }
        return DONE;
    }
}
