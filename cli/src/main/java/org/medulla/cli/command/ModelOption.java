package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.laboratory.model.OpenModel;
import picocli.CommandLine.Option;

/** Which model a command uses. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "M",
            description = "The name of a model, or a .medulla file. Default: the newest model of the home.")
    private Optional<String> model = Optional.empty();

    /** Finds it. */
    ModelShelf.Found find(Path home) {
        return new ModelShelf(home).find(model);
    }

    /** Opens it, ready to classify. */
    OpenModel open(Path home) {
        return new ModelShelf(home).open(model);
    }
}
