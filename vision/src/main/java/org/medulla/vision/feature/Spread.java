package org.medulla.vision.feature;

/**
 * How the optical densities of a map are spread over some pixels.
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
        return new Spread(
                mean,
                deviation,
                deviation < 1e-6 ? 0 : cubes / values.length / (deviation * deviation * deviation),
                percentile(values, 0.1),
                percentile(values, 0.9));
    }

    /** The value below which a share of the values lies, to a hundredth of a unit; densities lie between 0 and 3. */
    private static double percentile(float[] values, double share) {
        int[] counts = new int[301];
        for (float value : values) {
            counts[Math.clamp(Math.round(value * 100), 0, 300)]++;
        }
        int place = 0;
        for (int seen = counts[0]; seen <= share * values.length && place < 300; seen += counts[place]) {
            place++;
        }
        return place / 100.0;
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
