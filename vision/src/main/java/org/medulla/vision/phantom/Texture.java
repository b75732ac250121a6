package org.medulla.vision.phantom;

/**
 * Smooth noise on a tile that repeats without a seam: white noise, blurred to a grain size, with mean 0 and deviation 1. It is
 * made once; drawing takes it from a random place and turn, which costs one look-up per pixel.
 */
final class Texture {
    private static final int SIDE = 512;
    private static final int WRAP = SIDE - 1;

    private final float[] values;

    private Texture(float[] values) {
        this.values = values;
    }

    /**
     * Noise of one grain size.
     *
     * @param sigma deviation of the Gaussian blur in pixels; blobs are about three times as wide
     */
    static Texture ofGrain(double sigma, long seed) {
        Dice dice = new Dice(seed, SIDE);
        float[] field = new float[SIDE * SIDE];
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) dice.uniform(-1, 1);
        }
        // Three box blurs come close to a Gaussian (central limit); widths after Wells 1986.
        int radius = (int) Math.max(1, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
        float[] other = new float[field.length];
        for (int pass = 0; pass < 3; pass++) {
            blur(field, other, radius, 1, SIDE);
            blur(other, field, radius, SIDE, 1);
        }
        return new Texture(standardised(field));
    }

    /** Several textures added with weights, as octaves are. */
    static Texture sum(Texture[] parts, double[] weights) {
        float[] field = new float[SIDE * SIDE];
        for (int part = 0; part < parts.length; part++) {
            for (int i = 0; i < field.length; i++) {
                // Turned by a third of the tile each, so that the parts' blobs do not lie on one another.
                field[i] +=
                        (float) weights[part] * parts[part].values[(i + part * (SIDE * SIDE / 3)) & (SIDE * SIDE - 1)];
            }
        }
        return new Texture(standardised(field));
    }

    /** Bright plateaus with soft borders where the noise is above a level: clumps. */
    Texture clumped(double level, double softness) {
        float[] field = new float[values.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) Math.tanh((values[i] - level) / softness);
        }
        return new Texture(standardised(field));
    }

    /** Thin bright lines where the noise crosses zero: a net. */
    Texture net(double width) {
        float[] field = new float[values.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = Falloff.of(Math.abs(values[i]) / width);
        }
        return new Texture(standardised(field));
    }

    /** Only what stands out: zero below the level. */
    Texture grains(double level) {
        float[] field = new float[values.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) Math.max(0, values[i] - level);
        }
        return new Texture(field);
    }

    private static void blur(float[] from, float[] to, int radius, int step, int lineStep) {
        float share = 1f / (2 * radius + 1);
        for (int line = 0; line < SIDE; line++) {
            int start = line * lineStep;
            float sum = 0;
            for (int k = -radius; k <= radius; k++) {
                sum += from[start + (k & WRAP) * step];
            }
            for (int i = 0; i < SIDE; i++) {
                to[start + i * step] = sum * share;
                sum += from[start + ((i + radius + 1) & WRAP) * step] - from[start + ((i - radius) & WRAP) * step];
            }
        }
    }

    private static float[] standardised(float[] field) {
        double sum = 0;
        double squares = 0;
        for (float value : field) {
            sum += value;
            squares += value * (double) value;
        }
        double mean = sum / field.length;
        double deviation = Math.sqrt(squares / field.length - mean * mean);
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) ((field[i] - mean) / deviation);
        }
        return field;
    }

    /** A view of this texture from a random place, perhaps mirrored. */
    View view(Dice dice) {
        return new View(values, dice.between(0, WRAP), dice.between(0, WRAP), dice.chance(0.5), dice.chance(0.5));
    }

    /** A texture laid over the picture. */
    static final class View {
        private final float[] values;
        private final int left;
        private final int top;
        private final int stepAcross;
        private final int stepDown;

        private View(float[] values, int left, int top, boolean mirrored, boolean turned) {
            this.values = values;
            this.left = left;
            this.top = top;
            this.stepAcross = mirrored ? -1 : 1;
            this.stepDown = turned ? -1 : 1;
        }

        /** The values of a row from its first pixel on. */
        void row(int y, float[] target) {
            int start = ((top + stepDown * y) & WRAP) * SIDE;
            for (int x = 0; x < target.length; x++) {
                target[x] = values[start + ((left + stepAcross * x) & WRAP)];
            }
        }

        /** The value at a pixel. */
        float at(int x, int y) {
            return values[((top + stepDown * y) & WRAP) * SIDE + ((left + stepAcross * x) & WRAP)];
        }
    }
}
