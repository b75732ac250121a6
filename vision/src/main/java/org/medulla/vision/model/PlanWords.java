package org.medulla.vision.model;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.vision.training.TrainingPlan;
import tools.jackson.databind.JsonNode;

/** A training plan as names and words, for provenance: it must stay readable when plans get other settings. */
public final class PlanWords {
    /** Settings that a model file holds elsewhere. */
    private static final Set<String> ELSEWHERE = Set.of("classes", "preprocessing", "seed");

    private PlanWords() {}

    /** Each setting by its dotted name: {@code recipe.optimiser.rate} is {@code 0.002}. */
    public static SortedMap<String, String> of(TrainingPlan plan) {
        SortedMap<String, String> words = new TreeMap<>();
        for (Map.Entry<String, JsonNode> setting : ModelJson.tree(plan).properties()) {
            if (!ELSEWHERE.contains(setting.getKey())) {
                collect(setting.getKey(), setting.getValue(), words);
            }
        }
        return words;
    }

    private static void collect(String name, JsonNode node, SortedMap<String, String> words) {
        if (node.isContainer()) {
            node.properties().forEach(part -> collect(name + "." + part.getKey(), part.getValue(), words));
        } else if (!node.isNull()) {
            words.put(name, node.asString());
        }
    }
}
