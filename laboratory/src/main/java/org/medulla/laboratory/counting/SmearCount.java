package org.medulla.laboratory.counting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medulla.cytology.differential.Differential;
import org.medulla.cytology.differential.NormalRanges;
import org.medulla.cytology.differential.RangeFinding;
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
 * @param findings each quantity beside its normal range in adults
 * @param thresholds the questions that were asked
 * @param unreadable the files that could not be read
 */
public record SmearCount(
        String modelName,
        String modelDigest,
        List<String> notNamed,
        Differential differential,
        List<RangeFinding> findings,
        List<AskedThreshold> thresholds,
        List<Answer.Unreadable> unreadable) {
    public SmearCount {
        notNamed = List.copyOf(notNamed);
        findings = List.copyOf(findings);
        thresholds = List.copyOf(thresholds);
        unreadable = List.copyOf(unreadable);
    }

    /** Classifies files and counts them. */
    public static SmearCount of(OpenModel model, List<Path> files, List<AskedThreshold> thresholds, Progress progress) {
        Map<String, Long> counts = new HashMap<>();
        List<Answer.Unreadable> unreadable = new ArrayList<>();
        new Classification(model)
                .run(
                        files,
                        answer -> {
                            switch (answer) {
                                case Answer.Classified one ->
                                    counts.merge(model.classes().get(one.best()), 1L, Long::sum);
                                case Answer.Unreadable one -> unreadable.add(one);
                            }
                        },
                        progress);
        Nomenclature nomenclature = Nomenclature.standard();
        Differential differential = Differential.of(counts, nomenclature);
        return new SmearCount(
                model.name(),
                model.file().digest(),
                nomenclature.classes().stream()
                        .filter(one -> one.counted() && !model.classes().contains(one.code()))
                        .map(CellClass::code)
                        .toList(),
                differential,
                NormalRanges.adult().compare(differential),
                thresholds,
                unreadable);
    }
}
