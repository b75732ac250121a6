package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.Place;
import org.medulla.cytology.job.MedullaException;
import picocli.CommandLine.Parameters;

/** Brings a backup back. */
@picocli.CommandLine.Command(
        name = "restore",
        description = "Bring a backup back into a home or onto servers that hold nothing else.",
        footer = {
            "",
            "What is there must be nothing, or an older state of the same archive.",
            "Example: medulla restore /backup/marrow --home ~/.medulla"
        })
public final class RestoreCommand extends Command {
    @Parameters(paramLabel = "FOLDER", description = "The folder of the backup.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Place backup = medulla().place(folder, Optional.empty(), Optional.empty());
        if (backup.isUnmade()) {
            throw MedullaException.user(
                    "There is no backup in " + backup + ": name the folder given to `medulla backup`.");
        }
        try (Archive from = Archive.open(backup);
                Archive to = Archive.open(place())) {
            CopyLines.print(from.copyTo(to, progress()), place(), console().out());
        }
        return DONE;
    }
}
