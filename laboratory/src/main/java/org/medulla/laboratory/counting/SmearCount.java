package org.medulla.laboratory.counting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.medulla.cytology.differential.Differential;
import org.medulla.cytology.differential.NormalRanges;
import org.medulla.cytology.differential.RangeFinding;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.classification.Answer;
import org.medulla.laboratory.classification.Classification;
import org.medulla.laboratory.model.OpenModel;

/**
 * The differential count of the cells in some files, as a model names them.
 *
 * @param modelName what the model is called
 * @param modelDigest the model's digest
 * @param notNamed codes of counted classes that the model does not know: such cells are hidden among the others
 * @param differential the count
 * @param unidentified how many of the cells have an answer that is not accepted; they are in the count by their most probable class
 * @param correction the count with the model's known confusions taken out
 * @param findings each quantity beside its normal range in adults
 * @param thresholds the questions that were asked
 * @param unreadable the files that could not be read
 */
public record SmearCount(
        String modelName,
        String modelDigest,
        List<String> notNamed,
        Differential differential,
        long unidentified,
        CountCorrection correction,
        List<RangeFinding> findings,
        List<AskedThreshold> thresholds,
        List<Answer.Unreadable> unreadable) {
    public SmearCount {
        notNamed = List.copyOf(notNamed);
        findings = List.copyOf(findings);
        thresholds = List.copyOf(thresholds);
        unreadable = List.copyOf(unreadable);
    }

    /** Classifies files, whose scale is what each says or what they show together, and counts them. */
    public static SmearCount of(OpenModel model, List<Path> files, List<AskedThreshold> thresholds, Progress progress) {
        return of(model, files, OptionalDouble.empty(), thresholds, progress);
    }

    /**
     * Classifies files and counts them.
     *
     * @param micronsPerPixel the scale of the files that do not say it, in micrometres a pixel, where it is known
     */
    public static SmearCount of(
            OpenModel model,
            List<Path> files,
            OptionalDouble micronsPerPixel,
            List<AskedThreshold> thresholds,
            Progress progress) {
        Nomenclature nomenclature = model.file().description().nomenclature();
        thresholds.forEach(asked -> asked.in(nomenclature));
        Map<String, Long> counts = new HashMap<>();
        List<float[]> probabilities = new ArrayList<>();
        List<Answer.Unreadable> unreadable = new ArrayList<>();
        long[] unidentified = {0};
        new Classification(model, micronsPerPixel)
                .run(
                        files,
                        answer -> {
                            switch (answer) {
                                case Answer.Classified one -> {
                                    counts.merge(model.classes().get(one.best()), 1L, Long::sum);
                                    probabilities.add(row(one));
                                    unidentified[0] += one.judgement().accepted() ? 0 : 1;
                                }
                                case Answer.Unreadable one -> unreadable.add(one);
                            }
                        },
                        progress);
        if (counts.isEmpty()) {
            throw MedullaException.data("None of the " + unreadable.size()
                    + " files could be read as an image, so there is nothing to count; the first is "
                    + unreadable.getFirst().path() + ": "
                    + unreadable.getFirst().reason());
        }
        Differential differential = Differential.of(counts, nomenclature);
        return new SmearCount(
                model.name(),
                model.file().digest(),
                nomenclature.classes().stream()
                        .filter(one -> one.counted() && !model.classes().contains(one.code()))
                        .map(CellClass::code)
                        .toList(),
                differential,
                unidentified[0],
                CountCorrector.correct(model.file().description(), probabilities.toArray(float[][]::new)),
                NormalRanges.adult().compare(differential),
                thresholds,
                unreadable);
    }

    private static float[] row(Answer.Classified answer) {
        float[] row = new float[answer.probabilities().size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = answer.probabilities().get(i);
        }
        return row;
    }
}
