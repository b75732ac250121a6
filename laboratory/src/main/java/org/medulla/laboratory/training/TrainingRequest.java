package org.medulla.laboratory.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.training.Device;
import org.medulla.vision.training.Length;
import org.medulla.vision.training.TrainingPlan;

/**
 * What a person asks for when training a network.
 *
 * @param dataset the name of a dataset that is frozen and split
 * @param fold the fold that is left out, to be reported on later; nothing leaves none out
 * @param initial the weights to start from
 * @param size the side of the input in pixels, where it is not the architecture's usual one
 * @param length how long to train, where it is not the usual time
 * @param augmentation how far training pictures may be changed, where it is not the usual way
 */
public record TrainingRequest(
        String dataset,
        OptionalInt fold,
        Architecture architecture,
        Optional<Path> initial,
        Optional<Integer> size,
        Optional<Length> length,
        Optional<Augmentation> augmentation,
        Device device,
        long seed) {
    /** The plan for these classes: the architecture's usual one with what the request changes. */
    TrainingPlan plan(List<String> classes) {
        TrainingPlan plan =
                TrainingPlan.standard(architecture, classes).withDevice(device).withSeed(seed);
        if (size.isPresent()) {
            plan = plan.withPreprocessing(plan.preprocessing().withSize(size.get()));
        }
        if (augmentation.isPresent()) {
            plan = plan.withAugmentation(augmentation.get());
        }
        return length.isPresent() ? plan.withLength(length.get()) : plan;
    }

    /** The fold as a word: "fold 0", "no fold left out". */
    String foldInWords() {
        return fold.isPresent() ? "fold " + fold.getAsInt() : "no fold left out";
    }
}
