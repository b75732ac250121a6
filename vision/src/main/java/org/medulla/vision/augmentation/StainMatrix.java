package org.medulla.vision.augmentation;

import java.util.SplittableRandom;

/**
 * A change of stain and light, linear in the optical densities (-log10 of the transmitted share) of red, green and blue.
 */
final class StainMatrix {
    private static final double MIXING = 0.12;
    private static final double GAIN = 0.2;
    private static final double COMMON_GAIN = 0.2;
    private static final double OFFSET = 0.04;
    private static final double COMMON_OFFSET = 0.05;

    /** How many pictures lose some or all of their colour: a network must not tell granules by their hue alone. */
    private static final double FADED_SHARE = 0.3;

    /** For red, green and blue of the result: three factors, and what is added. */
    private final float[] rows;

    private StainMatrix(float[] rows) {
        this.rows = rows;
    }

    /** A random change, which may take colour away; strength 0 gives the identity. Grey stays grey but for gain and offset. */
    static StainMatrix draw(double strength, SplittableRandom random) {
        float[] rows = new float[12];
        double fading = strength > 0 && random.nextDouble() < FADED_SHARE ? random.nextDouble() : 0;
        double commonGain = strength * COMMON_GAIN * normal(random);
        double commonOffset = strength * COMMON_OFFSET * normal(random);
        for (int channel = 0; channel < 3; channel++) {
            double gain = Math.exp(commonGain + strength * GAIN * normal(random));
            double others = 0;
            for (int from = 0; from < 3; from++) {
                double share = from == channel ? 0 : strength * MIXING * normal(random);
                rows[4 * channel + from] = (float) (gain * share);
                others += share;
            }
            rows[4 * channel + channel] = (float) (gain * (1 - others));
            for (int from = 0; from < 3; from++) {
                int place = 4 * channel + from;
                rows[place] = (float) ((1 - fading) * rows[place] + fading * gain / 3);
            }
            rows[4 * channel + 3] = (float) (commonOffset + strength * OFFSET * normal(random));
        }
        return new StainMatrix(rows);
    }

    /** A standard normal number cut at two, so that no picture becomes unrecognisable. */
    private static double normal(SplittableRandom random) {
        return Math.clamp(random.nextGaussian(), -2, 2);
    }

    /** One factor or offset of the matrix; the place is 4 x channel + column. */
    float at(int place) {
        return rows[place];
    }
}
