package org.medulla.laboratory.experiment;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.training.TrainingData;

/**
 * Pictures with another stain, another scale, or both.
 *
 * @param pictures as they are
 * @param stain what changes each of them
 * @param estimated the microns per pixel of all of them in place of what is known
 */
record ChangedPictures(TrainingData pictures, UnaryOperator<RgbImage> stain, OptionalDouble estimated)
        implements TrainingData {
    @Override
    public int size() {
        return pictures.size();
    }

    @Override
    public int label(int index) {
        return pictures.label(index);
    }

    @Override
    public RgbImage image(int index) {
        return stain.apply(pictures.image(index));
    }

    @Override
    public OptionalDouble micronsPerPixel(int index) {
        return estimated.isPresent() ? estimated : pictures.micronsPerPixel(index);
    }

    @Override
    public Optional<String> source(int index) {
        return pictures.source(index);
    }

    @Override
    public Optional<String> group(int index) {
        return pictures.group(index);
    }
}
