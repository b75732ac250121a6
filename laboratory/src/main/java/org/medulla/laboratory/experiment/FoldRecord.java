package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.laboratory.json.Json;
import org.medulla.vision.training.TrainingCost;
import org.medulla.vision.training.TrainingLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of a method's finished fold beside its predictions.
 *
 * @param model the name of the model in the archive; none for a method that keeps no model
 * @param modelDigest the digest of the model's file; empty where there is no model
 * @param cost what the training took, where it is known
 * @param log how the training went; without rows for a method that learns at once
 */
record FoldRecord(Optional<String> model, String modelDigest, Optional<TrainingCost> cost, TrainingLog log) {
    /** The record as JSON. */
    String text() {
        ObjectNode node = Json.object();
        model.ifPresent(name -> node.put("model", name));
        node.put("model_digest", modelDigest);
        cost.ifPresent(known -> node.putObject("training_cost")
                .put("seconds", Json.rounded(known.seconds()))
                .put("processor_seconds", Json.rounded(known.processorSeconds())));
        node.put("log", log.toCsv());
        return Json.text(node);
    }

    /** The record out of {@link #text()} in a file. */
    static FoldRecord read(Path file) {
        JsonNode node = Json.read(file);
        JsonNode cost = node.path("training_cost");
        return new FoldRecord(
                node.path("model").asStringOpt(),
                node.path("model_digest").asString(),
                cost.isObject()
                        ? Optional.of(new TrainingCost(
                                cost.path("seconds").asDouble(),
                                cost.path("processor_seconds").asDouble()))
                        : Optional.empty(),
                TrainingLog.parse(node.path("log").asString()));
    }
}
