package org.medulla.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.laboratory.training.TrainedModel;
import org.medulla.laboratory.training.TrainingRequest;
import org.medulla.laboratory.training.TrainingRuns;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.training.Device;
import org.medulla.vision.training.Length;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Trains a network on a dataset. */
@picocli.CommandLine.Command(
        name = "train",
        description = "Train a network on all folds of a dataset but one.",
        footer = {
            "",
            "Stopped or killed, the same command with --resume goes on and ends with the same model.",
            "Example: medulla train --dataset marrow --fold 0 --minutes 25"
        })
public final class TrainCommand extends Command {
    @Option(names = "--dataset", required = true, paramLabel = "NAME", description = "The dataset, frozen and split.")
    private String dataset = "";

    @ArgGroup
    private Folds folds = new Folds();

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = "small",
            description = "small, resnext50, sequential or mobilenet. Default: small.")
    private String network = "small";

    @Option(
            names = "--init",
            paramLabel = "FILE",
            description = "Start from the weights in a safetensors file; what does not fit is listed.")
    private Optional<Path> init = Optional.empty();

    @Option(names = "--size", paramLabel = "PX", description = "The side of the network's input in pixels.")
    private Optional<Integer> size = Optional.empty();

    @Option(
            names = "--stain",
            paramLabel = "X",
            description =
                    "How much stain and light vary in training: 0 for not at all, 1 as between laboratories. Default: 1.")
    private Optional<Double> stain = Optional.empty();

    @Option(
            names = "--light",
            paramLabel = "SHARE",
            description = {
                "The share of pictures that are only turned, mirrored and shifted, with their own colours and surroundings.",
                "More of them serve the laboratories learned from, fewer serve strange ones. Default: 0.5."
            })
    private Optional<Double> light = Optional.empty();

    @ArgGroup
    private TrainingLength length = new TrainingLength();

    @Option(
            names = "--device",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "auto, cpu or gpu. Default: auto.")
    private String device = "auto";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of everything random. Default: 1.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the model to this .medulla file.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", description = "Go on with the run that these options describe, if there is one.")
    private boolean resume;

    @Override
    public Integer call() throws IOException {
        if (!folds.isWellFormed()) {
            throw wrongUsage("--fold is a number from 0, or none.");
        }
        if (stain.isPresent() && !(stain.get() >= 0 && stain.get() <= 3)) {
            throw wrongUsage("--stain is a strength from 0 to 3.");
        }
        if (light.isPresent() && !(light.get() >= 0 && light.get() <= 1)) {
            throw wrongUsage("--light is a share from 0 to 1.");
        }
        if (folds.all && out.isPresent()) {
            throw wrongUsage("--out takes one model, and --all-folds makes one per fold: leave one of them out.");
        }
        try (Archive archive = Archive.open(place())) {
            TrainingRuns runs =
                    new TrainingRuns(archive, Version.current().name(), InstantSource.system(), console()::say);
            List<OptionalInt> reported = folds.all
                    ? IntStream.range(0, runs.folds(dataset))
                            .mapToObj(OptionalInt::of)
                            .toList()
                    : List.of(folds.one());
            for (OptionalInt fold : reported) {
                TrainedModel model = runs.run(request(fold), resume, progress());
                print(model);
                if (out.isPresent()) {
                    Files.copy(model.file(), out.get(), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return DONE;
    }

    private TrainingRequest request(OptionalInt fold) {
        return new TrainingRequest(
                dataset,
                fold,
                Architecture.of(network),
                init,
                size,
                length.asLength(),
                Optional.of(augmentation()),
                Device.of(device),
                seed);
    }

    private Augmentation augmentation() {
        Augmentation usual = Augmentation.standard();
        return usual.withStainStrength(stain.orElse(usual.stainStrength()))
                .withLightShare(light.orElse(usual.lightShare()));
    }

    private void print(TrainedModel model) {
        console().out().println(model.name());
        say(String.format(
                Locale.ROOT,
                "Balanced accuracy on the validation part, which chose the weights: %.3f",
                model.balancedAccuracy()));
        say("Log and curves: " + model.runFolder());
    }

    /** Which fold is left out of training. */
    private static final class Folds {
        @Option(
                names = "--fold",
                paramLabel = "K",
                description = "The fold that is kept for evaluation, from 0, or none. Default: 0.")
        private String fold = "0";

        @Option(names = "--all-folds", description = "Train one model for each fold, leaving that fold out.")
        private boolean all;

        boolean isWellFormed() {
            return fold.equals("none") || fold.matches("\\d{1,4}");
        }

        OptionalInt one() {
            return fold.equals("none") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fold));
        }
    }

    /** How long to train. */
    private static final class TrainingLength {
        @Option(names = "--epochs", paramLabel = "N", description = "Train for N times the number of cells.")
        private Optional<Double> epochs = Optional.empty();

        @Option(
                names = "--minutes",
                paramLabel = "M",
                description = "Train for as many steps as M minutes allow. Default: 25.")
        private Optional<Double> minutes = Optional.empty();

        Optional<Length> asLength() {
            return epochs.<Length>map(Length.Epochs::new).or(() -> minutes.map(m -> new Length.Minutes(m, 100)));
        }
    }
}
