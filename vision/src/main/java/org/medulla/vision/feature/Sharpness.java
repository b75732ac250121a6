package org.medulla.vision.feature;

/** How steep densities are within the nucleus and across its outline and the cell's: low in blurred and in smudged cells. */
final class Sharpness {
    private Sharpness() {}

    static void add(MeasuredCell cell, FeatureList list) {
        int width = cell.width;
        double inside = 0;
        double nuclearEdge = 0;
        double cellEdge = 0;
        double curvature = 0;
        int insideCount = 0;
        int nuclearCount = 0;
        int cellCount = 0;
        float[] map = cell.green;
        for (int y = 1; y < cell.height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                int label = cell.mask.at(i);
                if (label == 0) {
                    continue;
                }
                int lowest = Math.min(
                        Math.min(cell.mask.at(i - 1), cell.mask.at(i + 1)),
                        Math.min(cell.mask.at(i - width), cell.mask.at(i + width)));
                double across = map[i + 1] - map[i - 1];
                double down = map[i + width] - map[i - width];
                double slope = Math.sqrt(across * across + down * down) / 2;
                if (lowest == 0) {
                    cellEdge += slope;
                    cellCount++;
                }
                if (label == 2 && lowest < 2) {
                    nuclearEdge += slope;
                    nuclearCount++;
                }
                if (label == 2 && lowest == 2) {
                    inside += slope;
                    curvature += Math.abs(map[i + 1] + map[i - 1] + map[i + width] + map[i - width] - 4 * map[i]);
                    insideCount++;
                }
            }
        }
        list.add("steepness within the nucleus", inside / Math.max(1, insideCount));
        list.add("fine grain of the nucleus", curvature / Math.max(1, insideCount));
        list.add("steepness of the nuclear outline", nuclearEdge / Math.max(1, nuclearCount));
        list.add("steepness of the cell outline", cellEdge / Math.max(1, cellCount));
    }
}
