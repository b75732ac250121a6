package org.medulla.vision.feature;

/** How densities run from the middle outwards: in rings of the cell, and in rings of the frame, which need no segmentation. */
final class RingFeatures {
    private static final double[] CELL_RINGS = {0, 0.4, 0.7, 0.9, 1.1};
    private static final double[] FRAME_RINGS = {0, 0.1, 0.2, 0.3};

    private RingFeatures() {}

    static void add(MeasuredCell cell, FeatureList list) {
        Region whole = Region.of(cell.cell, cell.width, cell.height);
        rings(cell, list, "of the cell", whole.x(), whole.y(), whole.diameter() / 2, CELL_RINGS);
        rings(
                cell,
                list,
                "of the frame",
                (cell.width - 1) / 2.0,
                (cell.height - 1) / 2.0,
                Math.max(cell.width, cell.height),
                FRAME_RINGS);
    }

    private static void rings(
            MeasuredCell cell, FeatureList list, String what, double x, double y, double unit, double[] bounds) {
        int count = bounds.length - 1;
        double[][] sums = new double[4][count];
        int[] pixels = new int[count];
        int reach = (int) Math.ceil(bounds[count] * unit);
        for (int row = Math.max(0, (int) y - reach); row <= Math.min(cell.height - 1, (int) y + reach + 1); row++) {
            for (int column = Math.max(0, (int) x - reach);
                    column <= Math.min(cell.width - 1, (int) x + reach + 1);
                    column++) {
                double away = Math.sqrt((column - x) * (column - x) + (row - y) * (row - y)) / unit;
                int ring = 0;
                while (ring < count && away >= bounds[ring + 1]) {
                    ring++;
                }
                if (ring < count) {
                    int i = row * cell.width + column;
                    pixels[ring]++;
                    sums[0][ring] += cell.red[i];
                    sums[1][ring] += cell.green[i];
                    sums[2][ring] += cell.blue[i];
                    sums[3][ring] += cell.green[i] * cell.green[i];
                }
            }
        }
        for (int ring = 0; ring < count; ring++) {
            double divisor = Math.max(1, pixels[ring]);
            String name = "ring " + (ring + 1) + " " + what;
            double green = sums[1][ring] / divisor;
            list.add("red density, " + name, sums[0][ring] / divisor);
            list.add("green density, " + name, green);
            list.add("blue density, " + name, sums[2][ring] / divisor);
            list.add("green deviation, " + name, Math.sqrt(Math.max(0, sums[3][ring] / divisor - green * green)));
        }
    }
}
