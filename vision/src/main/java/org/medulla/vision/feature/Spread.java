package org.medulla.vision.feature;

import java.util.Arrays;

/**
 * How the values of a map are spread over some pixels.
 *
 * @param mean of them
 * @param deviation standard deviation
 * @param skewness third standardised moment, 0 where all are equal
 * @param low the tenth percentile
 * @param high the ninetieth percentile
 */
record Spread(double mean, double deviation, double skewness, double low, double high) {
    /** Measures a map over pixels, at least one. */
    static Spread of(float[] map, int[] pixels) {
        float[] values = new float[pixels.length];
        double sum = 0;
        for (int k = 0; k < pixels.length; k++) {
            values[k] = map[pixels[k]];
            sum += values[k];
        }
        double mean = sum / values.length;
        double squares = 0;
        double cubes = 0;
        for (float value : values) {
            double away = value - mean;
            squares += away * away;
            cubes += away * away * away;
        }
        double deviation = Math.sqrt(squares / values.length);
        Arrays.sort(values);
        return new Spread(
                mean,
                deviation,
                deviation < 1e-6 ? 0 : cubes / values.length / (deviation * deviation * deviation),
                values[values.length / 10],
                values[values.length * 9 / 10]);
    }

    /** The mean of a map over pixels; 0 of none. */
    static double mean(float[] map, int[] pixels) {
        double sum = 0;
        for (int pixel : pixels) {
            sum += map[pixel];
        }
        return pixels.length == 0 ? 0 : sum / pixels.length;
    }
}
