package org.medulla.vision.preprocessing;

import java.util.Arrays;
import org.medulla.vision.image.RgbImage;

/**
 * Cuts a centred square field out of a picture at any scale: shrinking averages the area that each new pixel covers, enlarging
 * interpolates linearly, and what lies beyond the edge is the picture's mirror image.
 */
public final class FieldSampling {
    private FieldSampling() {}

    /**
     * The field as [3, size, size] of 0 to 255.
     *
     * @param side the side of the field in pixels of the picture
     */
    public static float[] sample(RgbImage image, double side, int size) {
        AxisWeights across = AxisWeights.of(image.width(), side, size);
        AxisWeights down = AxisWeights.of(image.height(), side, size);
        float[] result = new float[3 * size * size];
        float[] row = new float[3 * image.width()];
        for (int y = 0; y < size; y++) {
            blendRows(image, down, y, row);
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
                result[at] = red;
                result[size * size + at] = green;
                result[2 * size * size + at] = blue;
            }
        }
        return result;
    }

    private static void blendRows(RgbImage image, AxisWeights down, int y, float[] row) {
        Arrays.fill(row, 0);
        for (int tap = down.first(y); tap < down.first(y + 1); tap++) {
            float weight = down.weight(tap);
            int start = row.length * down.source(tap);
            for (int i = 0; i < row.length; i++) {
                row[i] += weight * image.value(start + i);
            }
        }
    }
}
