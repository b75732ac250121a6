package org.medulla.laboratory.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.medulla.cytology.evaluation.Scores;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.report.EvaluationPage;
import org.medulla.laboratory.report.EvaluationReport;
import org.medulla.laboratory.report.Miss;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.model.Provenance;

/** Writes an evaluation into a folder: {@code evaluation.html} for a person, {@code evaluation.json} for a program. */
public final class EvaluationFolder {
    private static final int MOST_MISSES = 24;
    private static final int MISS_PIXELS = 160;
    private static final int MISS_QUALITY = 85;

    private EvaluationFolder() {}

    /**
     * Writes both files.
     *
     * @return the HTML file
     */
    public static Path write(ModelEvaluation evaluated, Path folder) {
        EvaluationReport report = new EvaluationReport(
                subject(evaluated),
                evaluated.evaluation(),
                evaluated.abstention(),
                evaluated.nomenclature(),
                misses(evaluated));
        Path html = folder.resolve("evaluation.html");
        try {
            Files.createDirectories(folder);
            Files.writeString(html, report.html(), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("evaluation.json"), EvaluationJson.text(evaluated), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw MedullaException.resources("The report could not be written to " + folder + ".", e);
        }
        return html;
    }

    private static EvaluationReport.Subject subject(ModelEvaluation evaluated) {
        Provenance from = evaluated.model().description().provenance();
        List<EvaluationPage.Fact> facts = new ArrayList<>();
        facts.add(new EvaluationPage.Fact(
                "Model", evaluated.modelName() + " (" + evaluated.model().digest() + ")"));
        facts.add(new EvaluationPage.Fact(
                "Network", evaluated.model().description().network().architecture()));
        facts.add(new EvaluationPage.Fact(
                "Trained on",
                from.dataset().name() + " (" + from.dataset().digest() + "), folds " + from.trainingFolds()));
        facts.add(new EvaluationPage.Fact(
                "Split", from.split().name() + " (" + from.split().digest() + ")"));
        facts.add(new EvaluationPage.Fact("Seed", Long.toString(from.seed())));
        facts.add(new EvaluationPage.Fact("Evaluated on", evaluated.subject()));
        List<String> limits = new ArrayList<>(evaluated.cautions());
        if (!evaluated.unreadable().isEmpty()) {
            limits.add(evaluated.unreadable().size() + " files could not be read and are not in the figures.");
        }
        limits.add(
                "The figures hold for cells like these: another laboratory's stain and scanner can change them much.");
        return new EvaluationReport.Subject(
                evaluated.modelName(),
                evaluated.evaluation().cells() + " cells: " + evaluated.subject(),
                facts,
                limits,
                evaluated.programVersion());
    }

    private static List<Miss> misses(ModelEvaluation evaluated) {
        Scores scores = evaluated.scores();
        return IntStream.range(0, scores.size())
                .boxed()
                .filter(cell -> !scores.truth(cell).equals(scores.predicted(cell)))
                .sorted(Comparator.comparingDouble(scores::confidence).reversed())
                .limit(MOST_MISSES)
                .map(cell -> miss(evaluated, cell))
                .toList();
    }

    private static Miss miss(ModelEvaluation evaluated, int cell) {
        EvaluatedCell seen = evaluated.cells().get(cell);
        Scores scores = evaluated.scores();
        byte[] picture = switch (ImageDecoder.decode(seen.picture().get())) {
            case Decoded.Image image ->
                image.pixels().resize(MISS_PIXELS, MISS_PIXELS).toJpeg(MISS_QUALITY);
            case Decoded.Rejected rejected ->
                throw MedullaException.data("The image " + seen.name() + " " + rejected.words() + ".");
        };
        return new Miss(
                seen.name(), scores.truth(cell), scores.predicted(cell), scores.confidence(cell), Miss.jpeg(picture));
    }
}
