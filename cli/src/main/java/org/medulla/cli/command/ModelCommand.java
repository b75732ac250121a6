package org.medulla.cli.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.archive.model.ModelVersion;
import org.medulla.laboratory.model.ModelShelf;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a model, takes one in, gives one out. */
@picocli.CommandLine.Command(
        name = "model",
        description = "Show a model's card, take a model in from a file, or write one to a file.",
        subcommands = {ModelCommand.Show.class, ModelCommand.Import.class, ModelCommand.Export.class})
public final class ModelCommand extends Command {
    @Override
    public Integer call() {
        throw wrongUsage("What about the model: show, import or export?");
    }

    /** Prints the card of a model. */
    @picocli.CommandLine.Command(name = "show", description = "Print the card of a model.")
    static final class Show extends Command {
        @Parameters(
                arity = "0..1",
                paramLabel = "M",
                description = "Its name, or a .medulla file. Default: the one that ships with Medulla.")
        private Optional<String> name = Optional.empty();

        @Override
        public Integer call() {
            ModelShelf.Found found = new ModelShelf(place()).findOrShipped(name);
            console().out().print(found.file().card());
            console().out().println();
            console().out().println("Name: " + found.name());
            console().out().println("Digest: " + found.file().digest());
            return DONE;
        }
    }

    /** Takes a model into the home. */
    @picocli.CommandLine.Command(name = "import", description = "Take a .medulla file into the home.")
    static final class Import extends Command {
        @Parameters(paramLabel = "FILE", description = "The file.")
        private Path file = Path.of("");

        @Option(names = "--name", paramLabel = "NAME", description = "What to call it. Default: the file's name.")
        private Optional<String> name = Optional.empty();

        @Override
        public Integer call() {
            try (Archive archive = Archive.open(place())) {
                ModelVersion kept = ModelShelf.keep(archive, file, name.orElseGet(() -> ModelShelf.nameOf(file)));
                console().out().println(kept.name());
            }
            return DONE;
        }
    }

    /** Writes a model to a file. */
    @picocli.CommandLine.Command(name = "export", description = "Write a model to a file.")
    static final class Export extends Command {
        @Parameters(index = "0", paramLabel = "M", description = "Its name.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "The file to write; it must not exist yet.")
        private Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            ModelShelf.Found found = new ModelShelf(place()).named(name);
            try (FileChannel target = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = found.file().bytes();
                while (bytes.hasRemaining()) {
                    target.write(bytes);
                }
            }
            console().out().println(file);
            return DONE;
        }
    }
}
