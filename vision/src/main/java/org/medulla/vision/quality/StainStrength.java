package org.medulla.vision.quality;

import java.util.List;
import java.util.Optional;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.segmentation.CellMask;
import org.medulla.vision.stain.StainPair;

/** Measures how strongly and in which hues a picture is stained. */
final class StainStrength {
    private static final String NO_STAIN = "two stains cannot be told apart";

    private StainStrength() {}

    static void addTo(List<Measurement> all, RgbImage image, CellMask mask, float[][] densities) {
        all.add(density(mask, densities));
        Optional<StainPair> pair = StainPair.of(List.of(image));
        all.add(hue(QualityMeasure.BLUE_HUE, pair.map(StainPair::blue)));
        all.add(hue(QualityMeasure.RED_HUE, pair.map(StainPair::red)));
    }

    private static Measurement density(CellMask mask, float[][] densities) {
        if (mask.nucleusArea() == 0) {
            return new Measurement.NotMeasurable(QualityMeasure.NUCLEAR_DENSITY, "there is no nucleus in the middle");
        }
        double sum = 0;
        for (int i = 0; i < densities[0].length; i++) {
            if (mask.at(i) == CellMask.NUCLEUS) {
                sum += (densities[0][i] + densities[1][i] + densities[2][i]) / 3.0;
            }
        }
        return new Measurement.Value(QualityMeasure.NUCLEAR_DENSITY, sum / mask.nucleusArea());
    }

    private static Measurement hue(QualityMeasure measure, Optional<List<Double>> stain) {
        if (stain.isEmpty()) {
            return new Measurement.NotMeasurable(measure, NO_STAIN);
        }
        List<Double> vector = stain.orElseThrow();
        double alongRed = vector.get(0) - (vector.get(1) + vector.get(2)) / 2;
        double alongGreen = Math.sqrt(0.75) * (vector.get(1) - vector.get(2));
        return new Measurement.Value(measure, Math.toDegrees(Math.atan2(alongGreen, alongRed)));
    }
}
