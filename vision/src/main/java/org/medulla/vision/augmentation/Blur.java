package org.medulla.vision.augmentation;

/** A slight loss of focus: each pixel is averaged with its neighbours with weights 1, 2, 1 across and down. */
final class Blur {
    private Blur() {}

    /** Blurs [size, size, 3] in place; the outermost pixels stay. */
    static void apply(float[] values, int size) {
        along(values, size, 3, 3 * size);
        along(values, size, 3 * size, 3);
    }

    private static void along(float[] values, int size, int step, int lineStep) {
        for (int line = 0; line < size; line++) {
            for (int channel = 0; channel < 3; channel++) {
                int at = line * lineStep + channel;
                float before = values[at];
                for (int i = 1; i < size - 1; i++) {
                    at += step;
                    float here = values[at];
                    values[at] = (before + 2 * here + values[at + step]) / 4;
                    before = here;
                }
            }
        }
    }
}
