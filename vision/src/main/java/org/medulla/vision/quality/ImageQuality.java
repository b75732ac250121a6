package org.medulla.vision.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.segmentation.CellMask;
import org.medulla.vision.segmentation.CellSegmenter;
import org.medulla.vision.segmentation.FieldDensity;

/**
 * How good a picture is as a cell image. A flag is a reason to look, not to refuse: each limit flags about one in a hundred of
 * published images.
 *
 * @param measurements one for each {@link QualityMeasure}, in its order
 */
public record ImageQuality(List<Measurement> measurements) {

    public ImageQuality {
        measurements = List.copyOf(measurements);
    }

    /** Measures a picture of any size and content; what cannot be measured is said to be so. */
    public static ImageQuality of(RgbImage image) {
        CellMask mask = CellSegmenter.segment(image);
        float[][] densities = FieldDensity.of(image);
        List<Measurement> all = new ArrayList<>();
        all.add(Focus.measure(image));
        Exposure.addTo(all, image);
        StainStrength.addTo(all, image, mask, densities);
        Placement.addTo(all, mask);
        all.add(new Measurement.Value(QualityMeasure.SIZE, Math.min(image.width(), image.height())));
        return new ImageQuality(all);
    }

    /** The value of a measure, where it could be measured. */
    public OptionalDouble value(QualityMeasure measure) {
        for (Measurement measurement : measurements) {
            if (measurement instanceof Measurement.Value value && value.measure() == measure) {
                return OptionalDouble.of(value.value());
            }
        }
        return OptionalDouble.empty();
    }

    /** The measures that lie beyond their limits. */
    public List<QualityMeasure> flagged() {
        return measurements.stream()
                .filter(ImageQuality::isFlagged)
                .map(Measurement::measure)
                .toList();
    }

    /** Why a person should look, in words: values beyond the limits, and what could not be measured. Empty for a usual picture. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (Measurement measurement : measurements) {
            switch (measurement) {
                case Measurement.Value value -> {
                    if (isFlagged(value)) {
                        reasons.add(value.measure().reason(value.value()));
                    }
                }
                case Measurement.NotMeasurable not ->
                    reasons.add(not.measure().words() + " cannot be measured: " + not.why());
            }
        }
        return List.copyOf(reasons);
    }

    /** Whether everything was measured and lies within its limits. */
    public boolean isUsual() {
        return reasons().isEmpty();
    }

    private static boolean isFlagged(Measurement measurement) {
        return measurement instanceof Measurement.Value value
                && !value.measure().isWithin(value.value());
    }
}
