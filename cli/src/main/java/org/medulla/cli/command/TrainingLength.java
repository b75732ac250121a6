package org.medulla.cli.command;

import java.util.Optional;
import org.medulla.vision.training.Length;
import picocli.CommandLine.Option;

/** How long an experiment trains each network; the options of a group of which one may be given. */
final class TrainingLength {
    private static final double MOST_EPOCHS = 100;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "Train each network for as many steps as M minutes allow. Default: 25.")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Or for N times the number of cells.")
    private Optional<Double> epochs = Optional.empty();

    boolean isPossible() {
        return minutes.orElse(1.0) > 0 && epochs.orElse(1.0) > 0;
    }

    Optional<Length> asLength() {
        return epochs.<Length>map(Length.Epochs::new).or(() -> minutes.map(m -> new Length.Minutes(m, MOST_EPOCHS)));
    }
}
