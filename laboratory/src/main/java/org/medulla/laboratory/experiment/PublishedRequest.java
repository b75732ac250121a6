package org.medulla.laboratory.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.vision.training.Length;

/**
 * What a person asks for when comparing methods as published.
 *
 * @param dataset the name of a dataset version
 * @param folds how many folds; where none is said, as many as the dataset is split into, or {@value #USUAL_FOLDS}
 * @param methods what to compare, each once, in the order of the report
 * @param length how long to train a network on the cells of each fold, where it is not the usual time
 * @param size the side of the networks' input in pixels, where it is not each one's usual one
 * @param seed of everything random in training
 */
public record PublishedRequest(
        String dataset,
        OptionalInt folds,
        List<Method> methods,
        Optional<Length> length,
        Optional<Integer> size,
        long seed) {
    /** As many folds as the published comparison had. */
    public static final int USUAL_FOLDS = 5;

    public PublishedRequest {
        methods = List.copyOf(methods);
        if (methods.isEmpty() || new HashSet<>(methods).size() != methods.size()) {
            throw new IllegalArgumentException("There is at least one method, and none twice: " + methods);
        }
    }
}
