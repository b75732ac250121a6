package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.Place;
import picocli.CommandLine.Parameters;

/** Copies the archive into a folder. */
@picocli.CommandLine.Command(
        name = "backup",
        description = "Copy the archive into a folder as it is now, while others work on.",
        footer = {
            "",
            "The folder is a home of its own: `medulla verify --home FOLDER` checks it (with `--archive home --blobs home` where",
            "the variables for servers are set), `medulla restore FOLDER` brings it back.",
            "Run again with the same folder, it brings what is new since. Training runs and experiments stay behind.",
            "Example: medulla backup /backup/marrow"
        })
public final class BackupCommand extends Command {
    @Parameters(paramLabel = "FOLDER", description = "A folder that is empty or holds an earlier backup.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Place there = medulla().place(folder, Optional.empty(), Optional.empty());
        try (Archive from = Archive.open(place());
                Archive to = Archive.open(there)) {
            CopyLines.print(from.copyTo(to, progress()), there, console().out());
        }
        return DONE;
    }
}
