package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.report.EvaluationPage.Fact;
import org.medulla.laboratory.report.EvaluationReport;
import org.medulla.laboratory.report.GeneraliseReport;
import org.medulla.laboratory.training.FileDigest;

/** Writes a study into a folder: {@code generalise.html} for a person, {@code generalise.json} for a program. */
public final class GeneraliseFolder {
    private GeneraliseFolder() {}

    /**
     * Writes both files.
     *
     * @return the HTML file
     */
    public static Path write(GeneraliseResult result, Path folder) {
        Path html = folder.resolve("generalise.html");
        ExperimentFolder.write(
                html, new GeneraliseReport(subject(result), result.directions(), nomenclature(result)).html());
        ExperimentFolder.write(folder.resolve("generalise.json"), GeneraliseJson.text(result));
        return html;
    }

    // Of the two the one that grew further, as the comparison has it.
    private static Nomenclature nomenclature(GeneraliseResult result) {
        return Direction.of(result.datasets().getFirst(), result.datasets().getLast())
                .nomenclature();
    }

    private static EvaluationReport.Subject subject(GeneraliseResult result) {
        GeneraliseRequest request = result.request();
        String length = request.length()
                .map(PublishedExperiment::inWords)
                .map(words -> words + " of training a network")
                .orElse("the usual time of training a network");
        List<Fact> facts = new ArrayList<>();
        for (FoldedDataset dataset : result.datasets()) {
            facts.add(new Fact(
                    "Dataset",
                    dataset.version().name() + " (" + dataset.version().digest().hex() + ")"));
            facts.add(new Fact(
                    "Split", dataset.planInWords() + " (" + dataset.split().digest() + ")"));
        }
        facts.add(new Fact("Network", request.architecture().title()));
        facts.add(new Fact(
                "Initial weights",
                request.initial()
                        .map(FileDigest::of)
                        .map(source -> source.name() + " (" + source.digest() + ")")
                        .orElse("random")));
        facts.add(new Fact(
                "Training",
                length + "; minutes are measured on the standard, and the other variants take as many steps"));
        facts.add(new Fact("Seed", Long.toString(request.seed())));
        facts.add(new Fact("Models and answers", result.folder() + ", a folder for each direction and variant"));
        List<String> limits = new ArrayList<>(result.cautions());
        limits.add("These are two laboratories. What helps between them need not help towards a third.");
        limits.add(
                "Every network was trained once, from one seed. The intervals say how the figures vary with the cells, not"
                        + " with the seed; another seed alone can move a figure by a few hundredths.");
        limits.add(
                "Many variants are compared with one standard, and no interval is corrected for that: of twenty that change"
                        + " nothing, one is expected to look clear.");
        limits.add(
                "Abroad only cells of shared classes are counted. A real smear holds cells of other classes too, to which"
                        + " these figures say nothing.");
        limits.add(
                "The prior shift sees the tested cells all at once, whose mix of classes is that of a collection, not of a"
                        + " smear.");
        return new EvaluationReport.Subject(
                "From " + request.train() + " to " + request.test() + " and back",
                String.format(
                        Locale.ROOT,
                        "%s, %s, %d variants in each direction",
                        request.architecture().title(),
                        length,
                        result.directions().getFirst().variants().size()),
                facts,
                limits,
                result.programVersion());
    }
}
