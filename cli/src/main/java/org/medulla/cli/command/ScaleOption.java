package org.medulla.cli.command;

import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How large a pixel is, where the files do not say. */
final class ScaleOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec command;

    @Option(
            names = "--microns-per-pixel",
            paramLabel = "X",
            description = "The side of a pixel on the smear in micrometres, where the files do not say.")
    private Optional<Double> micronsPerPixel = Optional.empty();

    /**
     * What a person stated.
     *
     * @throws ParameterException when it is no scale
     */
    OptionalDouble stated() {
        if (micronsPerPixel.isEmpty()) {
            return OptionalDouble.empty();
        }
        double stated = micronsPerPixel.get();
        if (!(stated > 0 && Double.isFinite(stated))) {
            throw new ParameterException(command.commandLine(), "--microns-per-pixel is above 0, such as 0.1.");
        }
        return OptionalDouble.of(stated);
    }
}
