package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.Place;
import picocli.CommandLine.Option;

/** Brings the archive to another place. */
@picocli.CommandLine.Command(
        name = "move",
        description = "Copy the archive to another place: from the home to servers, from there back, or between them.",
        footer = {
            "",
            "The archive stays as it is; whoever wants to be rid of it deletes it afterwards. Others may go on writing to it:",
            "what arrives is its state at one moment. Stopped at any point, the same command goes on where it was; run later,",
            "it brings what is new. A place with another archive is refused. At the end the audit log there is followed from",
            "its start and the digest of the state compared, before anything is to be seen there.",
            "Example: medulla move --to-archive postgresql://marrow@db/marrow --to-blobs s3://cells/marrow"
        })
public final class MoveCommand extends Command {
    @Option(
            names = "--to-home",
            paramLabel = "DIR",
            description =
                    "The home there, with the database and the images where no server is named. Default: this home.")
    private Optional<Path> toHome = Optional.empty();

    @Option(
            names = "--to-archive",
            paramLabel = "URI",
            description = "The database there, postgresql://USER@HOST/DATABASE. Default: that of the home there.")
    private Optional<String> toArchive = Optional.empty();

    @Option(
            names = "--to-blobs",
            paramLabel = "URI",
            description = "The images there, s3://BUCKET/PREFIX. Default: the folder of the home there.")
    private Optional<String> toBlobs = Optional.empty();

    @Override
    public Integer call() {
        if (toHome.isEmpty() && toArchive.isEmpty()) {
            throw wrongUsage("Where to? Name --to-archive and --to-blobs, or --to-home.");
        }
        Place there = medulla().place(toHome.orElse(home()), toArchive, toBlobs);
        try (Archive from = Archive.open(place());
                Archive to = Archive.open(there)) {
            CopyLines.print(from.copyTo(to, progress()), there, console().out());
        }
        return DONE;
    }
}
