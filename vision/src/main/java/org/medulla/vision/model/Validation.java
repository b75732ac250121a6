package org.medulla.vision.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.cytology.differential.ShiftTrial;
import org.medulla.vision.training.TrainedNetwork;

/**
 * How a model did on its validation part. These pictures chose the weights and the temperature, so the figures flatter the
 * model; those to quote come from a fold that took no part in training.
 *
 * @param pictures how many pictures the validation part has
 * @param figures each figure by its name
 * @param shiftTrial how a count of them does raw and after the prior shift; none where a training prior is 0
 * @param confusions the pictures by their class and then by the class that the model gives them, averaged over the views;
 *     classes in the order of the logits
 */
public record Validation(
        int pictures, SortedMap<String, Double> figures, Optional<ShiftTrial> shiftTrial, List<List<Long>> confusions) {
    public Validation {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        confusions = confusions.stream().map(List::copyOf).toList();
        long counted = confusions.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sum();
        if (confusions.stream().flatMap(List::stream).anyMatch(one -> one < 0) || counted != pictures) {
            throw new IllegalArgumentException(
                    "The confusions do not count the " + pictures + " pictures of the validation part");
        }
    }

    /** What a network that has just learned did; the figures are those of single views. */
    public static Validation of(TrainedNetwork trained) {
        return new Validation(
                trained.validationPictures(),
                new TreeMap<>(Map.of(
                        "balanced accuracy", trained.best().balancedAccuracy(),
                        "loss", trained.best().loss())),
                trained.shiftTrial(),
                trained.confusions());
    }
}
