package org.medulla.cli.command;

import java.util.Optional;
import org.medulla.archive.Place;
import org.medulla.laboratory.model.ModelShelf;
import picocli.CommandLine.Option;

/** Which model a command uses. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "M",
            description = "The name of a model, or a .medulla file. Default: the model that ships with Medulla.")
    private Optional<String> model = Optional.empty();

    /** Finds it. */
    ModelShelf.Found find(Place place) {
        return new ModelShelf(place).findOrShipped(model);
    }
}
