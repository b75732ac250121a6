package org.medulla.vision.training;

import java.util.List;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.preprocessing.Preprocessing;

/**
 * Everything that decides what a network learns from given pictures; the same plan, pictures and machine give the same weights.
 *
 * @param classes the class codes in the order of the logits
 * @param selection which of the weights that training passes through are kept
 */
public record TrainingPlan(
        Architecture architecture,
        List<String> classes,
        Preprocessing preprocessing,
        Augmentation augmentation,
        Recipe recipe,
        Selection selection,
        Length length,
        long seed,
        Device device) {
    public TrainingPlan {
        classes = List.copyOf(classes);
        if (classes.size() < 2) {
            throw new IllegalArgumentException("A network tells at least two classes apart, not " + classes);
        }
    }

    /** What suits an architecture when nothing else is asked for. */
    public static TrainingPlan standard(Architecture architecture, List<String> classes) {
        return new TrainingPlan(
                architecture,
                classes,
                Preprocessing.standard(architecture),
                Augmentation.standard(),
                Recipe.standard(architecture),
                new Selection(0.08, 15),
                new Length.Minutes(25, 100),
                1,
                Device.AUTO);
    }

    /** The same with another preparation of the pictures. */
    public TrainingPlan withPreprocessing(Preprocessing newPreprocessing) {
        return new TrainingPlan(
                architecture, classes, newPreprocessing, augmentation, recipe, selection, length, seed, device);
    }

    /** The same with other changes to the training pictures. */
    public TrainingPlan withAugmentation(Augmentation newAugmentation) {
        return new TrainingPlan(
                architecture, classes, preprocessing, newAugmentation, recipe, selection, length, seed, device);
    }

    /** The same with another rule of learning. */
    public TrainingPlan withRecipe(Recipe newRecipe) {
        return new TrainingPlan(
                architecture, classes, preprocessing, augmentation, newRecipe, selection, length, seed, device);
    }

    /** The same with another choice of the weights to keep. */
    public TrainingPlan withSelection(Selection newSelection) {
        return new TrainingPlan(
                architecture, classes, preprocessing, augmentation, recipe, newSelection, length, seed, device);
    }

    /** The same with another length. */
    public TrainingPlan withLength(Length newLength) {
        return new TrainingPlan(
                architecture, classes, preprocessing, augmentation, recipe, selection, newLength, seed, device);
    }

    /** The same with another seed of everything random. */
    public TrainingPlan withSeed(long newSeed) {
        return new TrainingPlan(
                architecture, classes, preprocessing, augmentation, recipe, selection, length, newSeed, device);
    }

    /** The same with another device. */
    public TrainingPlan withDevice(Device newDevice) {
        return new TrainingPlan(
                architecture, classes, preprocessing, augmentation, recipe, selection, length, seed, newDevice);
    }
}
