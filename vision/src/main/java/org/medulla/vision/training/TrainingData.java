package org.medulla.vision.training;

import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.vision.image.RgbImage;

/**
 * The pictures of the training folds, numbered from 0, never those of the fold that is reported. Implementations are safe for
 * use by many threads and give the same answers each time.
 */
public interface TrainingData {
    /** How many pictures there are. */
    int size();

    /** The class of a picture, as its place in {@link TrainingPlan#classes()}. */
    int label(int index);

    /** The picture, decoded anew each time. */
    RgbImage image(int index);

    /** The scale of a picture where it is known. */
    default OptionalDouble micronsPerPixel(int index) {
        return OptionalDouble.empty();
    }

    /** Where a picture comes from where known: the laboratory or collection that delivered it. */
    default Optional<String> source(int index) {
        return Optional.empty();
    }

    /** The patient (or smear) of a picture where known: one patient is never on both sides of the validation split. */
    default Optional<String> group(int index) {
        return Optional.empty();
    }
}
