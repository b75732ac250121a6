package org.medulla.vision.segmentation;

/** A small mask in the size of its picture, with edges drawn smoothly between the small mask's pixels. */
final class Enlargement {
    private Enlargement() {}

    /** Interpolates cell and nucleus linearly and cuts each at one half. */
    static CellMask of(byte[] labels, int width, int height, int newWidth, int newHeight) {
        byte[] result = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            double v = Math.clamp((y + 0.5) * height / newHeight - 0.5, 0, height - 1);
            int top = (int) v;
            int below = Math.min(top + 1, height - 1);
            double down = v - top;
            for (int x = 0; x < newWidth; x++) {
                double u = Math.clamp((x + 0.5) * width / newWidth - 0.5, 0, width - 1);
                int left = (int) u;
                int right = Math.min(left + 1, width - 1);
                double across = u - left;
                byte a = labels[top * width + left];
                byte b = labels[top * width + right];
                byte c = labels[below * width + left];
                byte d = labels[below * width + right];
                if (a == b && a == c && a == d) {
                    result[y * newWidth + x] = a;
                    continue;
                }
                double cell = 0;
                double nucleus = 0;
                double[] weights = {(1 - across) * (1 - down), across * (1 - down), (1 - across) * down, across * down};
                byte[] corners = {a, b, c, d};
                for (int k = 0; k < 4; k++) {
                    cell += corners[k] != CellMask.BACKGROUND ? weights[k] : 0;
                    nucleus += corners[k] == CellMask.NUCLEUS ? weights[k] : 0;
                }
                result[y * newWidth + x] = (byte)
                        (nucleus >= 0.5 ? CellMask.NUCLEUS : cell >= 0.5 ? CellMask.CYTOPLASM : CellMask.BACKGROUND);
            }
        }
        return new CellMask(newWidth, newHeight, result);
    }
}
