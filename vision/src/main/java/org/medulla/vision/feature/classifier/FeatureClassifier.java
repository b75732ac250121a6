package org.medulla.vision.feature.classifier;

import java.util.List;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.feature.FeatureVector;

/** A trained classifier of feature vectors. Immutable and safe for many threads. */
public sealed interface FeatureClassifier permits SupportVectorMachine, RandomForest {
    /**
     * Trains a classifier with one thread. Every class weighs the same, however many cells it has, down to classes of a few
     * cells. Of more than {@value TrainingCells#MOST_CELLS} cells so many are drawn, those of the largest classes given up
     * first.
     *
     * @param method which kind
     * @param vectors of the training cells, all of the same size
     * @param labels the class of each vector, as its place in the classes
     * @param classes the codes of the classes, two or more; one without cells gets the probability 0
     * @param seed of all chance
     * @param progress told of each piece of work, between which training can be cancelled
     * @throws MedullaException when fewer than two classes have cells
     * @throws CancelledException when the person asked to stop; nothing is kept
     */
    static FeatureClassifier train(
            FeatureMethod method,
            List<FeatureVector> vectors,
            int[] labels,
            List<String> classes,
            long seed,
            Progress progress) {
        TrainingCells cells = TrainingCells.of(vectors, labels, classes, seed);
        return switch (method) {
            case SUPPORT_VECTORS -> SupportVectorTraining.train(cells, seed, progress);
            case FOREST -> ForestTraining.train(cells, seed, progress);
        };
    }

    /** The codes of the classes, in the order of the probabilities. */
    List<String> classes();

    /** The settings that inner cross-validation chose, in words. */
    String settings();

    /**
     * The probabilities of the classes for a cell, as if all classes were equally frequent; they add up to 1.
     *
     * @throws IllegalArgumentException when the vector has another size than those trained on
     */
    float[] probabilities(FeatureVector vector);
}
