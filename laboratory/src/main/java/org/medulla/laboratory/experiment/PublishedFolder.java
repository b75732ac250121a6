package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.report.EvaluationPage.Fact;
import org.medulla.laboratory.report.EvaluationReport;
import org.medulla.laboratory.report.MethodFigures;
import org.medulla.laboratory.report.PublishedReport;

/** Writes a comparison into a folder: {@code published.html} for a person, {@code published.json} for a program. */
public final class PublishedFolder {
    private PublishedFolder() {}

    /**
     * Writes both files.
     *
     * @return the HTML file
     */
    public static Path write(PublishedResult result, Path folder) {
        Path html = folder.resolve("published.html");
        ExperimentFolder.write(
                html,
                new PublishedReport(
                                subject(result),
                                result.methods(),
                                result.pairs(),
                                result.map(),
                                result.dataset().nomenclature())
                        .html());
        ExperimentFolder.write(folder.resolve("published.json"), PublishedJson.text(result));
        return html;
    }

    private static EvaluationReport.Subject subject(PublishedResult result) {
        FoldedDataset dataset = result.dataset();
        PublishedRequest request = result.request();
        String length = request.length()
                .map(PublishedExperiment::inWords)
                .map(words -> words + " of training a network and fold")
                .orElse("the usual time of training a network and fold");
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Dataset",
                dataset.version().name() + " (" + dataset.version().digest().hex() + ")"));
        facts.add(
                new Fact("Split", dataset.planInWords() + " (" + dataset.split().digest() + ")"));
        facts.add(new Fact("Training", length));
        facts.add(new Fact("Seed", Long.toString(request.seed())));
        for (int i = 0; i < result.methods().size(); i++) {
            MethodFigures method = result.methods().get(i);
            facts.add(new Fact(
                    "Models of " + method.title(),
                    String.join(", ", result.models().get(i))));
        }
        facts.add(new Fact("Predictions", result.folder() + ", a CSV file for each method and fold"));
        List<String> limits = new ArrayList<>(result.cautions());
        limits.add(
                "Every network saw the same folds, the same changes to its training pictures and each class equally often."
                        + " How long a network trains decides much: one that learns slowly is not shown at its best by a short time.");
        limits.add(
                "Training costs are those of this machine with all that ran beside it; processor minutes are those of the"
                        + " whole process.");
        limits.add(
                "The figures hold for cells like these: another laboratory's stain and scanner can change them much.");
        return new EvaluationReport.Subject(
                "The published comparison on " + dataset.version().name(),
                String.format(
                        Locale.ROOT,
                        "%,d cells, %d folds (%s), %s",
                        result.methods().getFirst().evaluation().cells(),
                        dataset.folds(),
                        dataset.planInWords(),
                        length),
                facts,
                limits,
                result.programVersion());
    }
}
