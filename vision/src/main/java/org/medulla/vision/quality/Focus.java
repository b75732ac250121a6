package org.medulla.vision.quality;

import org.medulla.vision.image.RgbImage;
import org.medulla.vision.segmentation.CellMask;
import org.medulla.vision.segmentation.CellSegmenter;
import org.medulla.vision.segmentation.FieldDensity;

/** Measures {@link QualityMeasure#FOCUS}. */
final class Focus {
    /** Pixels along the longer side, so that the measure does not depend on how finely a camera samples. */
    private static final int SIDE = 250;

    private static final int FEWEST_PIXELS = 50;

    /** A mean squared gradient below this is no structure but rounding. */
    private static final double FLAT = 1e-7;

    private Focus() {}

    static Measurement measure(RgbImage image) {
        double scale = (double) SIDE / Math.max(image.width(), image.height());
        RgbImage frame = image.resize(Math.max(1, (int) Math.round(scale * image.width())), Math.max(1, (int)
                Math.round(scale * image.height())));
        CellMask mask = CellSegmenter.segment(frame);
        int width = frame.width();
        float[] density = smoothed(FieldDensity.of(frame)[1], width, frame.height());
        double steepness = 0;
        double curvature = 0;
        int count = 0;
        for (int y = 1; y < frame.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                if (mask.at(i) == CellMask.BACKGROUND) {
                    continue;
                }
                double across = (density[i + 1] - density[i - 1]) / 2;
                double down = (density[i + width] - density[i - width]) / 2;
                double bend =
                        density[i + 1] + density[i - 1] + density[i + width] + density[i - width] - 4 * density[i];
                steepness += across * across + down * down;
                curvature += bend * bend;
                count++;
            }
        }
        if (count < FEWEST_PIXELS) {
            return new Measurement.NotMeasurable(QualityMeasure.FOCUS, Placement.NO_CELL);
        }
        return steepness < FLAT * count
                ? new Measurement.NotMeasurable(QualityMeasure.FOCUS, "the cell has no structure")
                : new Measurement.Value(QualityMeasure.FOCUS, Math.sqrt(curvature / steepness));
    }

    /** Averaged with weights 1, 2, 1 across and down, against the noise of single pixels; the border stays as it is. */
    private static float[] smoothed(float[] values, int width, int height) {
        float[] result = values.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                result[i] = (values[i - width - 1]
                                + values[i - width + 1]
                                + values[i + width - 1]
                                + values[i + width + 1]
                                + 2 * (values[i - width] + values[i + width] + values[i - 1] + values[i + 1])
                                + 4 * values[i])
                        / 16;
            }
        }
        return result;
    }
}
