package org.medulla.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.patch.LabelPatch;
import org.medulla.archive.patch.PatchFile;
import org.medulla.archive.patch.Patching;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes corrections of labels, applies them and takes them back. */
@picocli.CommandLine.Command(
        name = "patch",
        description = "Publish corrections of labels as a small file; apply such a file, or take it back.",
        subcommands = {PatchCommand.Make.class, PatchCommand.Apply.class, PatchCommand.Revert.class},
        footer = {
            "",
            "Example: medulla patch make corrections.json --since marrow",
            "         medulla patch apply corrections.json"
        })
public final class PatchCommand extends Command {
    @Override
    public Integer call() {
        throw wrongUsage("What about the patch: make, apply or revert?");
    }

    private static void print(Command command, Patching.Outcome outcome) {
        command.console()
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%,d labels changed, %,d were so already, %,d images are not here, %,d have a third class and were left"
                                + " alone",
                        outcome.changed(),
                        outcome.already(),
                        outcome.missing(),
                        outcome.others().size()));
        for (Cell cell : outcome.others()) {
            command.say("Cell " + cell.id().value() + " (" + cell.fileName() + ") is " + cell.classCode() + ".");
        }
    }

    /** Makes a patch. */
    @picocli.CommandLine.Command(
            name = "make",
            description = "Write what changed since a dataset was frozen to a new file.")
    static final class Make extends Command {
        @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist yet.")
        private Path file = Path.of("");

        @Option(names = "--since", required = true, paramLabel = "NAME", description = "The dataset.")
        private String dataset = "";

        @Override
        public Integer call() throws IOException {
            try (Archive archive = Archive.open(place())) {
                DatasetVersion version = archive.datasets().get(dataset);
                LabelPatch patch = archive.patching()
                        .since(
                                archive.datasets().cells(version),
                                "Corrections since " + version.name() + " ("
                                        + version.digest().hex() + ")");
                Files.writeString(file, PatchFile.text(patch), StandardOpenOption.CREATE_NEW);
                console()
                        .out()
                        .println(String.format(
                                Locale.ROOT,
                                "%s: %,d corrections, digest %s",
                                file,
                                patch.corrections().size(),
                                patch.digest().hex()));
            }
            return DONE;
        }
    }

    /** Applies a patch. */
    @picocli.CommandLine.Command(
            name = "apply",
            description = "Give cells the classes of a patch, where they still have those that it corrects.")
    static final class Apply extends Command {
        @Parameters(paramLabel = "FILE", description = "The patch.")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            try (Archive archive = Archive.open(place())) {
                print(this, archive.patching().apply(PatchFile.read(file)));
            }
            return DONE;
        }
    }

    /** Takes a patch back. */
    @picocli.CommandLine.Command(
            name = "revert",
            description =
                    "Give cells the classes that they had before a patch, where they still have those of the patch.")
    static final class Revert extends Command {
        @Parameters(paramLabel = "FILE", description = "The patch.")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            try (Archive archive = Archive.open(place())) {
                print(this, archive.patching().takeBack(PatchFile.read(file)));
            }
            return DONE;
        }
    }
}
