package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.laboratory.training.FrozenPictures;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.training.TrainingData;

/** Some pictures of a laboratory, drawn once and for all, from which its stain or scale is told; their classes are not used. */
final class LaboratorySample {
    private static final long SEED = 2026;

    private final Archive archive;
    private final List<FrozenCell> shuffled;

    LaboratorySample(Archive archive, List<FrozenCell> laboratory) {
        this.archive = archive;
        List<FrozenCell> copy = new ArrayList<>(laboratory);
        Collections.shuffle(copy, new Random(SEED));
        this.shuffled = copy;
    }

    /** Up to so many pictures, without augmentation, in random order. */
    TrainingData pictures(int most) {
        return new FrozenPictures(archive, shuffled.subList(0, Math.min(most, shuffled.size())));
    }

    /** Up to so many images. */
    List<RgbImage> images(int most) {
        TrainingData pictures = pictures(most);
        return IntStream.range(0, pictures.size()).mapToObj(pictures::image).toList();
    }

    /** The images that an appearance needs to know. */
    List<RgbImage> forAppearance(Appearance appearance) {
        return images(appearance.picturesNeeded());
    }
}
