package org.medulla.vision.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.vision.training.TrainedNetwork;

/**
 * How a model did on its validation part. These pictures chose the weights and the temperature, so the figures flatter the
 * model; those to quote come from a fold that took no part in training.
 *
 * @param pictures how many pictures the validation part has
 * @param figures each figure by its name
 */
public record Validation(int pictures, SortedMap<String, Double> figures) {
    public Validation {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /** The figures of a network that has just learned, on single views. */
    public static Validation of(TrainedNetwork trained) {
        return new Validation(
                trained.validationPictures(),
                new TreeMap<>(Map.of(
                        "balanced accuracy", trained.best().balancedAccuracy(),
                        "loss", trained.best().loss())));
    }
}
