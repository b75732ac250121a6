package org.medulla.vision.preprocessing;

import java.util.Arrays;
import org.medulla.vision.image.RgbImage;

/** Samples one picture after the other in memory that it keeps, as {@link FieldSampling} says; for one thread at a time. */
final class FieldSampler {
    private float[] field = {};
    private float[] row = {};
    private AxisWeights across = AxisWeights.of(1, 1, 1);
    private AxisWeights down = across;

    /** The field as [3, size, size] of 0 to 255; the next call overwrites it. */
    float[] sample(RgbImage image, double side, int size) {
        across = across.isOf(image.width(), side, size) ? across : AxisWeights.of(image.width(), side, size);
        down = down.isOf(image.height(), side, size) ? down : AxisWeights.of(image.height(), side, size);
        field = ofLength(3 * size * size, field);
        row = ofLength(3 * image.width(), row);
        for (int y = 0; y < size; y++) {
            blendRows(image, y);
            blendColumns(y, size);
        }
        return field;
    }

    private static float[] ofLength(int length, float[] kept) {
        return kept.length == length ? kept : new float[length];
    }

    private void blendRows(RgbImage image, int y) {
        Arrays.fill(row, 0);
        for (int tap = down.first(y); tap < down.first(y + 1); tap++) {
            float weight = down.weight(tap);
            int start = row.length * down.source(tap);
            for (int i = 0; i < row.length; i++) {
                row[i] += weight * image.value(start + i);
            }
        }
    }

    private void blendColumns(int y, int size) {
        for (int x = 0; x < size; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int tap = across.first(x); tap < across.first(x + 1); tap++) {
                float weight = across.weight(tap);
                int at = 3 * across.source(tap);
                red += weight * row[at];
                green += weight * row[at + 1];
                blue += weight * row[at + 2];
            }
            int at = y * size + x;
            field[at] = red;
            field[size * size + at] = green;
            field[2 * size * size + at] = blue;
        }
    }
}
