package org.medulla.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.archive.Archive;
import org.medulla.laboratory.evaluation.EvaluationFolder;
import org.medulla.laboratory.evaluation.EvaluationJson;
import org.medulla.laboratory.evaluation.ModelEvaluation;
import org.medulla.laboratory.evaluation.ModelEvaluator;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.laboratory.model.OpenModel;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates a model on cells that it has not seen. */
@picocli.CommandLine.Command(
        name = "evaluate",
        description = "Evaluate a model on a fold it was not trained on, or on a folder per class.",
        footer = {"", "Example: medulla evaluate --dataset marrow --fold 0 --report report"})
public final class EvaluateCommand extends Command {
    @Option(
            names = "--model",
            paramLabel = "M",
            description =
                    "The name of a model, or a .medulla file. Default: the newest model of the home, otherwise the one that"
                            + " ships with Medulla.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--dataset", paramLabel = "NAME", description = "The dataset.")
    private Optional<String> dataset = Optional.empty();

    @Option(names = "--fold", paramLabel = "K", description = "The fold, from 0.")
    private Optional<Integer> fold = Optional.empty();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Or a tree with a folder for each class.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--report", paramLabel = "DIR", description = "Write a report as one HTML file into this folder.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        if (folder.isPresent() == dataset.isPresent()) {
            throw wrongUsage("Evaluate either --dataset NAME with --fold K or a folder DIR.");
        }
        if (dataset.isPresent() != fold.isPresent()) {
            throw wrongUsage("--dataset and --fold go together.");
        }
        if (format == OutputFormat.CSV) {
            throw wrongUsage("An evaluation is printed as a table or as json.");
        }
        try (OpenModel opened = new ModelShelf(place()).findOrNewest(model).open();
                Archive archive = Archive.open(place())) {
            ModelEvaluator evaluator =
                    new ModelEvaluator(opened, Version.current().name());
            ModelEvaluation evaluation = folder.isPresent()
                    ? evaluator.onFolder(archive, folder.get(), progress())
                    : evaluator.onFold(archive, dataset.orElseThrow(), fold.orElseThrow(), progress());
            switch (format) {
                case JSON -> console().out().print(EvaluationJson.text(evaluation));
                case TABLE, CSV -> EvaluationTable.print(evaluation, console().out());
            }
            report.ifPresent(to -> say("Report: " + EvaluationFolder.write(evaluation, to)));
            return evaluation.unreadable().isEmpty() ? DONE : DONE_BUT_SOME_UNREADABLE;
        }
    }
}
