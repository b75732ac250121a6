package org.medulla.laboratory.model;

import java.util.List;
import org.medulla.laboratory.json.Json;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.model.ModelFile;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model, ready to classify.
 *
 * @param name what it is called
 * @param classifier the network, loaded; closed with this
 */
public record OpenModel(String name, Classifier classifier) implements AutoCloseable {
    /** The model's file. */
    public ModelFile file() {
        return classifier.model();
    }

    /** The class codes in the order of the probabilities. */
    public List<String> classes() {
        return file().description().classes();
    }

    /** The name and digest for the head of a result. */
    public ObjectNode json() {
        ObjectNode node = Json.object().put("name", name).put("digest", file().digest());
        node.put("dataset", file().description().provenance().dataset().name());
        return node;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
