package org.medulla.laboratory.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.medulla.laboratory.json.Json;
import org.medulla.vision.training.TrainingCost;
import tools.jackson.databind.JsonNode;

/** What a training run took, as the run's folder keeps it: {@code cost.json}. */
final class CostFile {
    static final String NAME = "cost.json";

    private CostFile() {}

    static String text(TrainingCost cost) {
        return Json.text(Json.object()
                .put("seconds", Json.rounded(cost.seconds()))
                .put("processor_seconds", Json.rounded(cost.processorSeconds())));
    }

    /** Reads it; runs of earlier versions have none. */
    static Optional<TrainingCost> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode tree = Json.read(file);
        return Optional.of(new TrainingCost(
                tree.path("seconds").asDouble(), tree.path("processor_seconds").asDouble()));
    }
}
