package org.medulla.cli.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.laboratory.experiment.GeneraliseExperiment;
import org.medulla.laboratory.experiment.GeneraliseFolder;
import org.medulla.laboratory.experiment.GeneraliseRequest;
import org.medulla.laboratory.experiment.GeneraliseResult;
import org.medulla.laboratory.experiment.Variant;
import org.medulla.vision.network.Architecture;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Studies how well networks carry over from one laboratory to another. */
@picocli.CommandLine.Command(
        name = "generalise",
        description = {
            "How well a network that learned from one laboratory's cells names another's, there and back,",
            "with each method for carrying over switched on or off by itself."
        },
        footer = {
            "",
            "Stopped or killed, the same command goes on; what is finished is never made again.",
            "Example: medulla experiment generalise --train marrow --test blood --variants no-stain-changes,one-view"
        })
final class GeneraliseCommand extends Command {
    @Option(names = "--train", required = true, paramLabel = "A", description = "One laboratory's dataset.")
    private String train = "";

    @Option(
            names = "--test",
            required = true,
            paramLabel = "B",
            description = "The other's. Both are split; networks are also trained on B and tested on A.")
    private String test = "";

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = "small",
            description = "The network: small, mobilenet, resnext50 or sequential. Default: small.")
    private String network = "small";

    @Option(names = "--init", paramLabel = "FILE", description = "Weights to start from (.safetensors).")
    private Optional<Path> initial = Optional.empty();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--variants",
            paramLabel = "NAME",
            split = ",",
            description = "Which variants; the standard is always among them. Default: all.")
    private List<String> variants = List.of();

    @Override
    public Integer call() {
        options.complaint().ifPresent(complaint -> {
            throw wrongUsage(complaint);
        });
        GeneraliseRequest request = new GeneraliseRequest(
                train,
                test,
                Architecture.of(network),
                initial,
                options.size(),
                options.length(),
                options.seed(),
                variants.isEmpty() ? Variant.all() : Variant.named(variants));
        try (Archive archive = Archive.open(place())) {
            GeneraliseResult result = new GeneraliseExperiment(
                            archive, Version.current().name(), InstantSource.system(), console()::say)
                    .run(request, progress());
            GeneraliseTable.print(result, console().out());
            say("Models and answers: " + result.folder());
            say("Report: " + GeneraliseFolder.write(result, options.report(result.folder())));
        }
        return DONE;
    }
}
