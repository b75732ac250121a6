package org.medulla.vision.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model was made from: enough to make it again, and nothing about the machine or the person.
 *
 * @param dataset the dataset version
 * @param split the split of it into folds
 * @param trainingFolds the folds that it learned from, the validation part included
 * @param reportedFolds the folds that took no part in training, on which it may be evaluated
 * @param learnedPictures how many pictures it learned from
 * @param trainingPriors the share of each class among the pictures shown in training, in the order of the logits; they sum to 1
 *     and are 0 for a class of which no picture was learned from
 * @param initialWeights the file that it started from; empty when it started at random
 * @param seed of everything random
 * @param plan the training plan, each setting by its name
 * @param programVersion the version of Medulla
 * @param time when training ended, to the second
 */
public record Provenance(
        Source dataset,
        Source split,
        List<Integer> trainingFolds,
        List<Integer> reportedFolds,
        int learnedPictures,
        List<Double> trainingPriors,
        Optional<Source> initialWeights,
        long seed,
        SortedMap<String, String> plan,
        String programVersion,
        Instant time) {
    public Provenance {
        trainingFolds = List.copyOf(trainingFolds);
        reportedFolds = List.copyOf(reportedFolds);
        trainingPriors = List.copyOf(trainingPriors);
        plan = Collections.unmodifiableSortedMap(new TreeMap<>(plan));
        time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Something that a model was made from.
     *
     * @param name what people call it
     * @param digest the SHA-256 by which it is known to be unchanged, in hexadecimal
     */
    public record Source(String name, String digest) {}
}
