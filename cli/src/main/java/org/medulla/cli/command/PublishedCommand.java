package org.medulla.cli.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.laboratory.experiment.Method;
import org.medulla.laboratory.experiment.PublishedExperiment;
import org.medulla.laboratory.experiment.PublishedFolder;
import org.medulla.laboratory.experiment.PublishedRequest;
import org.medulla.laboratory.experiment.PublishedResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares networks as the published study did. */
@picocli.CommandLine.Command(
        name = "published",
        description = {
            "Compare networks by cross-validation as Matek et al. (Blood 2021) did, beside their figures: class by class,",
            "in pairs on the same cells, by training cost, with a map of the cells."
        },
        footer = {
            "",
            "Stopped or killed, the same command goes on; what is finished is never made again.",
            "Example: medulla experiment published --dataset marrow --networks small,sequential --minutes 10 --report report"
        })
final class PublishedCommand extends Command {
    @Option(names = "--dataset", required = true, paramLabel = "NAME", description = "The dataset.")
    private String dataset = "";

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "How many folds. Default: those of the dataset; one without any is split into 5.")
    private Optional<Integer> folds = Optional.empty();

    @Option(
            names = "--networks",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "resnext50,sequential,small,features",
            description =
                    "What to compare. Default: resnext50,sequential,small,features; features stands for hand-made features with a"
                            + " support vector machine and with a forest. The map is that of the first network.")
    private List<String> networks = List.of();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Override
    public Integer call() {
        if (folds.isPresent() && folds.get() < 2) {
            throw wrongUsage("--folds is at least 2, not " + folds.get() + ".");
        }
        options.complaint().ifPresent(complaint -> {
            throw wrongUsage(complaint);
        });
        PublishedRequest request = new PublishedRequest(
                dataset,
                folds.map(OptionalInt::of).orElse(OptionalInt.empty()),
                Method.named(networks),
                options.length(),
                options.size(),
                options.seed());
        try (Archive archive = Archive.open(place())) {
            PublishedResult result = new PublishedExperiment(
                            archive, Version.current().name(), InstantSource.system(), console()::say)
                    .run(request, progress());
            ComparisonTable.print(result, console().out());
            say("Predictions: " + result.folder());
            say("Report: " + PublishedFolder.write(result, options.report(result.folder())));
        }
        return DONE;
    }
}
