package org.medulla.laboratory.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.medulla.cytology.evaluation.ClassScore;
import org.medulla.cytology.evaluation.ConfusionMatrix;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.evaluation.Measures;
import org.medulla.laboratory.json.Json;
import org.medulla.vision.model.Provenance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An evaluation as JSON. Each figure stands at the top under its name in lower case ({@code balanced_accuracy}) as {@code
 * value}, {@code low}, {@code high}; {@code per_class} is keyed by code; {@code confusion} has the true class outside, the given one
 * inside.
 */
public final class EvaluationJson {
    private EvaluationJson() {}

    /** The document. */
    public static String text(ModelEvaluation evaluated) {
        Evaluation evaluation = evaluated.evaluation();
        ObjectNode root = Json.object();
        root.put("notice", "For Research Use Only. Not for use in diagnostic procedures.");
        root.put("n", evaluation.cells());
        evaluation
                .figures()
                .forEach((metric, estimate) -> put(root, metric.name().toLowerCase(Locale.ROOT), estimate));
        evaluated
                .abstention()
                .figures()
                .forEach((figure, estimate) -> put(root, figure.name().toLowerCase(Locale.ROOT), estimate));
        ObjectNode perClass = root.putObject("per_class");
        evaluation.classes().forEach(score -> perClass.set(score.code(), node(score)));
        root.set("sparse_classes", codes(evaluation.sparse()));
        root.set("classes_unknown_to_the_model", codes(evaluation.foreign()));
        root.set("confusion", confusion(evaluation.confusion()));
        root.putObject("intervals")
                .put("method", "percentile bootstrap, 95 %")
                .put("clustering", evaluation.clustering().name().toLowerCase(Locale.ROOT))
                .put("clusters", evaluation.clusters())
                .put("resamples", evaluation.bootstrap().resamples())
                .put("seed", evaluation.bootstrap().seed())
                .put("words", evaluation.clustering().words());
        root.put("minimum_support", evaluation.minimumSupport());
        provenance(root, evaluated);
        ArrayNode cautions = root.putArray("cautions");
        evaluated.cautions().forEach(cautions::add);
        ArrayNode unreadable = root.putArray("unreadable");
        evaluated.unreadable().forEach(unreadable::add);
        return Json.text(root);
    }

    private static void provenance(ObjectNode root, ModelEvaluation evaluated) {
        Provenance from = evaluated.model().description().provenance();
        root.putObject("evaluated_on")
                .put("what", evaluated.subject())
                .put("dataset_digest", evaluated.subjectDigest());
        root.putObject("model")
                .put("name", evaluated.modelName())
                .put("digest", evaluated.model().digest())
                .put("dataset", from.dataset().name())
                .put("dataset_digest", from.dataset().digest())
                .put("split_digest", from.split().digest())
                .put("seed", from.seed())
                .put("made", from.time().toString());
        root.put("nomenclature", evaluated.nomenclature().version());
        root.put("program_version", evaluated.programVersion());
    }

    private static ObjectNode node(ClassScore score) {
        ObjectNode node = Json.object()
                .put("n", score.support())
                .put("predicted", score.predicted())
                .put("sparse", !score.filled());
        measures(node, "", score.strict());
        measures(node, "tolerant_", score.tolerant());
        score.rocAuc().ifPresent(estimate -> put(node, "roc_auc", estimate));
        return node;
    }

    private static void measures(ObjectNode node, String prefix, Measures measures) {
        putIfAny(node, prefix + "precision", measures, Measures::precision);
        putIfAny(node, prefix + "recall", measures, Measures::recall);
        putIfAny(node, prefix + "f1", measures, Measures::f1);
    }

    private static void putIfAny(
            ObjectNode node, String name, Measures measures, Function<Measures, Optional<Estimate>> figure) {
        figure.apply(measures).ifPresent(estimate -> put(node, name, estimate));
    }

    private static void put(ObjectNode node, String name, Estimate estimate) {
        node.putObject(name)
                .put("value", Json.rounded(estimate.value()))
                .put("low", Json.rounded(estimate.low()))
                .put("high", Json.rounded(estimate.high()));
    }

    private static ArrayNode codes(List<ClassScore> scores) {
        ArrayNode codes = Json.array();
        scores.forEach(score -> codes.add(score.code()));
        return codes;
    }

    private static ObjectNode confusion(ConfusionMatrix confusion) {
        ObjectNode rows = Json.object();
        for (String truth : confusion.truths()) {
            ObjectNode row = rows.putObject(truth);
            for (String given : confusion.predictions()) {
                if (confusion.count(truth, given) > 0) {
                    row.put(given, confusion.count(truth, given));
                }
            }
        }
        return rows;
    }
}
