package org.medulla.laboratory.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.evaluation.ConfusionMatrix;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.evaluation.FoldFigures.ClassSpread;
import org.medulla.cytology.evaluation.Metric;
import org.medulla.cytology.evaluation.Spread;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.report.MethodFigures;
import org.medulla.laboratory.report.MethodPair;
import org.medulla.vision.training.TrainingCost;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A comparison as JSON. {@code methods} is keyed by method: each has {@code figures} by name in lower case with {@code value, low,
 * high} on all cells and {@code mean, deviation} over the folds, {@code per_class}, {@code confusion} (the true class outside) and
 * {@code training_cost} fold by fold; {@code pairs} holds the differences.
 */
public final class PublishedJson {
    private PublishedJson() {}

    /** The document. */
    public static String text(PublishedResult result) {
        ObjectNode root = Json.object();
        root.put("notice", "For Research Use Only. Not for use in diagnostic procedures.");
        root.put("dataset", result.dataset().version().name());
        root.put("dataset_digest", result.dataset().version().digest().hex());
        root.put("split", result.dataset().planInWords());
        root.put("split_digest", result.dataset().split().digest());
        root.put("folds", result.dataset().folds());
        root.put("seed", result.request().seed());
        root.put("n", result.methods().getFirst().evaluation().cells());
        root.put("minimum_support", result.methods().getFirst().evaluation().minimumSupport());
        root.put(
                "intervals",
                result.methods().getFirst().evaluation().clustering().words());
        ObjectNode methods = root.putObject("methods");
        for (int i = 0; i < result.methods().size(); i++) {
            MethodFigures method = result.methods().get(i);
            methods.set(method.title(), node(method, result.models().get(i)));
        }
        ArrayNode pairs = root.putArray("pairs");
        result.pairs().forEach(pair -> pairs.add(node(pair)));
        ArrayNode cautions = root.putArray("cautions");
        result.cautions().forEach(cautions::add);
        root.put("program_version", result.programVersion());
        return Json.text(root);
    }

    private static ObjectNode node(MethodFigures method, List<String> models) {
        ObjectNode node = Json.object();
        ObjectNode figures = node.putObject("figures");
        for (Metric metric : Metric.values()) {
            ObjectNode figure = Json.object();
            method.evaluation().figure(metric).ifPresent(estimate -> put(figure, estimate));
            method.folds().figure(metric).ifPresent(spread -> put(figure, spread));
            if (!figure.isEmpty()) {
                figures.set(metric.name().toLowerCase(Locale.ROOT), figure);
            }
        }
        ObjectNode perClass = node.putObject("per_class");
        method.folds().classes().forEach(spread -> perClass.set(spread.code(), node(spread)));
        node.set("confusion", confusion(method.evaluation().confusion()));
        ArrayNode names = node.putArray("models");
        models.forEach(names::add);
        ArrayNode costs = node.putArray("training_cost");
        for (Optional<TrainingCost> cost : method.costs()) {
            ObjectNode fold = costs.addObject();
            cost.ifPresent(known -> fold.put("seconds", Json.rounded(known.seconds()))
                    .put("processor_seconds", Json.rounded(known.processorSeconds())));
        }
        return node;
    }

    private static ObjectNode node(ClassSpread spread) {
        ObjectNode node = Json.object().put("n", spread.support()).put("sparse", !spread.filled());
        spread.precision().ifPresent(s -> put(node.putObject("precision"), s));
        spread.recall().ifPresent(s -> put(node.putObject("recall"), s));
        spread.tolerantPrecision().ifPresent(s -> put(node.putObject("tolerant_precision"), s));
        spread.tolerantRecall().ifPresent(s -> put(node.putObject("tolerant_recall"), s));
        return node;
    }

    private static ObjectNode node(MethodPair pair) {
        ObjectNode node = Json.object().put("first", pair.first()).put("second", pair.second());
        ObjectNode differences = node.putObject("differences");
        for (Map.Entry<Metric, Estimate> difference : pair.differences().entrySet()) {
            put(differences.putObject(difference.getKey().name().toLowerCase(Locale.ROOT)), difference.getValue());
        }
        node.putObject("mcnemar")
                .put("only_first_right", pair.test().onlyFirst())
                .put("only_second_right", pair.test().onlySecond())
                .put("form", pair.test().usesMidP() ? "mid-p" : "exact")
                .put("p", pair.test().p());
        return node;
    }

    private static void put(ObjectNode node, Estimate estimate) {
        node.put("value", Json.rounded(estimate.value()))
                .put("low", Json.rounded(estimate.low()))
                .put("high", Json.rounded(estimate.high()));
    }

    private static void put(ObjectNode node, Spread spread) {
        node.put("mean", Json.rounded(spread.mean()))
                .put("deviation", Json.rounded(spread.deviation()))
                .put("folds", spread.folds());
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
