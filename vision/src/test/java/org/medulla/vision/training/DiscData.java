package org.medulla.vision.training;

import java.util.List;
import java.util.SplittableRandom;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.preprocessing.Preprocessing;

/** Pictures that are easy to tell apart: discs in three colours and two sizes on a bright ground. */
record DiscData(int size) implements TrainingData {
    private static final int SIDE = 40;
    private static final int[][] COLOURS = {{120, 60, 140}, {200, 90, 90}, {90, 110, 190}};

    /** A plan for these that takes a few seconds. */
    static TrainingPlan plan(double epochs) {
        TrainingPlan standard = TrainingPlan.standard(Architecture.SMALL, List.of("VIOLET", "RED", "BLUE"));
        return standard.withPreprocessing(
                        Preprocessing.standard(Architecture.SMALL).withSize(32).withCropShare(1))
                .withAugmentation(Augmentation.standard().withStainStrength(0.1))
                .withRecipe(new Recipe(new Optimiser.AdamW(3e-3, 0.01), 16, 0.1, 0.05, 0.9))
                .withSelection(new Selection(0.2, 100))
                .withLength(new Length.Epochs(epochs))
                .withDevice(Device.CPU);
    }

    @Override
    public int label(int index) {
        return index % COLOURS.length;
    }

    @Override
    public RgbImage image(int index) {
        SplittableRandom random = new SplittableRandom(index);
        int[] colour = COLOURS[label(index)];
        double radius = 8 + 6 * random.nextDouble();
        byte[] bytes = new byte[3 * SIDE * SIDE];
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            int row = pixel / SIDE;
            double distance = Math.hypot(pixel % SIDE - SIDE / 2.0, row - SIDE / 2.0);
            for (int channel = 0; channel < 3; channel++) {
                int value = distance < radius ? colour[channel] : 230;
                bytes[3 * pixel + channel] = (byte) (value + random.nextInt(-15, 16));
            }
        }
        return RgbImage.of(SIDE, SIDE, bytes);
    }
}
