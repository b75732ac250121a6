package org.medulla.laboratory.smear;

import java.util.Arrays;
import java.util.List;
import org.medulla.vision.signature.SmearSignature;

/**
 * Brings signatures to one scale: each value by its distance from the median, in robust deviations and no farther than four, the more of it the
 * more the value belongs to the smear: times the root of r / (1 - r) for a reliability r, at most 3.
 */
final class SignatureScale {
    private static final double DEVIATIONS_PER_MEDIAN_DISTANCE = 1.4826;
    private static final double FARTHEST = 4;

    private static final double MOST_WEIGHT = 3;

    private SignatureScale() {}

    static double[][] apply(List<SmearSignature> signatures) {
        int count = signatures.size();
        double[][] points = new double[count][SmearSignature.NAMES.size()];
        for (int d = 0; d < SmearSignature.NAMES.size(); d++) {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = signatures.get(i).values().get(d);
            }
            double median = median(values);
            double deviation = DEVIATIONS_PER_MEDIAN_DISTANCE
                    * median(
                            Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
            if (deviation == 0) {
                // More than half are equal: a size, the steps of a JPEG.
                deviation = Math.sqrt(Arrays.stream(values)
                        .map(v -> (v - median) * (v - median))
                        .average()
                        .orElse(0));
            }
            double reliability = SmearSignature.RELIABILITIES.get(d);
            double weight = Math.min(MOST_WEIGHT, Math.sqrt(reliability / (1 - reliability)));
            for (int i = 0; i < count; i++) {
                points[i][d] =
                        deviation > 0 ? weight * Math.clamp((values[i] - median) / deviation, -FARTHEST, FARTHEST) : 0;
            }
        }
        return points;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
