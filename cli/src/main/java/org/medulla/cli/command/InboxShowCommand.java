package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.laboratory.contribution.Inspection;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is in a contribution. */
@picocli.CommandLine.Command(
        name = "show",
        description = "Show what is in a contribution, what was found and what was decided.")
public final class InboxShowCommand extends Command {
    @Parameters(paramLabel = "N", description = "The number of the contribution.")
    private long number;

    @Option(names = "--flagged", description = "List every picture of which something was found.")
    private boolean flagged;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write the report with the flagged pictures here. It may name patients.")
    private Optional<Path> report = Optional.empty();

    @Override
    public Integer call() {
        try (Archive archive = Archive.open(place())) {
            Inspection inspection =
                    new Inspection(archive, archive.contributions().get(number));
            InboxTables tables = new InboxTables(console());
            if (flagged) {
                tables.printFlagged(inspection);
            } else {
                tables.print(inspection);
            }
            report.ifPresent(folder -> say("Report: " + InboxTables.writeReport(archive, inspection, folder)));
        }
        return DONE;
    }
}
