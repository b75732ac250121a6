package org.medulla.vision.quality;

import java.util.List;
import org.medulla.vision.image.RgbImage;

/** Measures how much light there was: clipped shares and the light itself. */
final class Exposure {
    private static final int DARK = 8;
    private static final int BRIGHT = 254;
    /** The share of pixels that may be brighter than the light: reflections and noise. */
    private static final double BRIGHTEST = 0.01;

    private Exposure() {}

    static void addTo(List<Measurement> all, RgbImage image) {
        int pixels = image.width() * image.height();
        int[] counts = new int[256];
        int dark = 0;
        int bright = 0;
        for (int i = 0; i < pixels; i++) {
            int red = image.value(3 * i);
            int green = image.value(3 * i + 1);
            int blue = image.value(3 * i + 2);
            dark += Math.max(red, Math.max(green, blue)) <= DARK ? 1 : 0;
            bright += Math.min(red, Math.min(green, blue)) >= BRIGHT ? 1 : 0;
            counts[Math.max(red, Math.max(green, blue))]++;
        }
        int light = 255;
        for (int left = (int) (BRIGHTEST * pixels); left >= counts[light]; light--) {
            left -= counts[light];
        }
        all.add(new Measurement.Value(QualityMeasure.CLIPPED_DARK, (double) dark / pixels));
        all.add(new Measurement.Value(QualityMeasure.CLIPPED_BRIGHT, (double) bright / pixels));
        all.add(new Measurement.Value(QualityMeasure.LIGHT, light));
    }
}
