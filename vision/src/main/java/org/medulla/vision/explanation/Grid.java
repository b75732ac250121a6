package org.medulla.vision.explanation;

/** Square grids of numbers in row-major order. */
final class Grid {
    private Grid() {}

    /** The value at a column and row counted from the centre of the first cell; beyond the edge the outermost cells go on. */
    static float interpolate(float[] grid, int size, double column, double row) {
        double x = Math.clamp(column, 0, size - 1);
        double y = Math.clamp(row, 0, size - 1);
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, size - 1);
        int bottom = Math.min(top + 1, size - 1);
        double across = x - left;
        double down = y - top;
        double upper = grid[top * size + left] * (1 - across) + grid[top * size + right] * across;
        double lower = grid[bottom * size + left] * (1 - across) + grid[bottom * size + right] * across;
        return (float) (upper * (1 - down) + lower * down);
    }

    /** A grid in another size, interpolated linearly between the centres of its cells. */
    static float[] resize(float[] grid, int size, int newSize) {
        float[] result = new float[newSize * newSize];
        double scale = (double) size / newSize;
        for (int i = 0; i < result.length; i++) {
            int row = i / newSize;
            result[i] = interpolate(grid, size, (i % newSize + 0.5) * scale - 0.5, (row + 0.5) * scale - 0.5);
        }
        return result;
    }

    /** The cell inside the grid that stands for one beyond its edge, as in a mirror on that edge. */
    static int mirrored(int index, int size) {
        int period = Math.floorMod(index, 2 * size);
        return period < size ? period : 2 * size - 1 - period;
    }

    /** A grid blurred by a Gaussian of that standard deviation in cells, with mirrored edges. */
    static float[] blur(float[] grid, int size, double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = Math.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + reach];
        }
        float[] across = new float[grid.length];
        float[] result = new float[grid.length];
        for (int pass = 0; pass < 2; pass++) {
            float[] from = pass == 0 ? grid : across;
            float[] to = pass == 0 ? across : result;
            for (int i = 0; i < grid.length; i++) {
                int row = i / size;
                int column = i % size;
                double value = 0;
                for (int offset = -reach; offset <= reach; offset++) {
                    int source = pass == 0
                            ? row * size + mirrored(column + offset, size)
                            : mirrored(row + offset, size) * size + column;
                    value += weights[offset + reach] * from[source];
                }
                to[i] = (float) (value / sum);
            }
        }
        return result;
    }
}
