package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.vision.training.Length;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that every experiment has. */
final class ExperimentOptions {
    @ArgGroup
    private TrainingLength length = new TrainingLength();

    @Option(names = "--size", paramLabel = "PX", description = "The side of the network's input in pixels.")
    private Optional<Integer> size = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of everything random in training. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where to write the report. Default: the experiment's own folder in the home.")
    private Optional<Path> report = Optional.empty();

    /** What is wrong with the options, as a sentence. */
    Optional<String> complaint() {
        if (!length.isPossible()) {
            return Optional.of("--minutes and --epochs are above 0.");
        }
        return size.filter(pixels -> pixels < 1).map(pixels -> "--size is a number of pixels, not " + pixels + ".");
    }

    Optional<Length> length() {
        return length.asLength();
    }

    Optional<Integer> size() {
        return size;
    }

    long seed() {
        return seed;
    }

    /** Where the report goes, the experiment's own folder if nothing else is asked for. */
    Path report(Path own) {
        return report.orElse(own);
    }
}
