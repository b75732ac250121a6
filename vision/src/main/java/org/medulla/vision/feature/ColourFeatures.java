package org.medulla.vision.feature;

/** How much light nucleus and cytoplasm take away, and of which colour. */
final class ColourFeatures {
    /** Added to a divisor so that pale regions give no wild ratios. */
    private static final double FAINT = 0.05;

    private ColourFeatures() {}

    static void add(MeasuredCell cell, FeatureList list) {
        region(cell, "nuclear", cell.nucleus, list);
        region(cell, "cytoplasmic", cell.cytoplasm, list);
        list.add("cytoplasmic beside nuclear red density", ratio(cell.red, cell));
        list.add("cytoplasmic beside nuclear green density", ratio(cell.green, cell));
        list.add("cytoplasmic beside nuclear blue density", ratio(cell.blue, cell));
        double basophilic = 0;
        double eosinophilic = 0;
        double pale = 0;
        for (int i : cell.cytoplasm) {
            // Azure blue absorbs red, eosin absorbs green and some blue.
            basophilic += cell.red[i] > 0.2 && cell.red[i] > 0.75 * cell.green[i] ? 1 : 0;
            eosinophilic +=
                    cell.green[i] > 0.15 && cell.red[i] < 0.6 * cell.green[i] && cell.blue[i] > 0.4 * cell.green[i]
                            ? 1
                            : 0;
            pale += cell.green[i] < 0.15 ? 1 : 0;
        }
        list.add("cytoplasmic basophilia, share", basophilic / cell.cytoplasm.length);
        list.add("cytoplasmic eosinophilia, share", eosinophilic / cell.cytoplasm.length);
        list.add("pale cytoplasm, share", pale / cell.cytoplasm.length);
    }

    private static void region(MeasuredCell cell, String region, int[] pixels, FeatureList list) {
        Spread red = Spread.of(cell.red, pixels);
        Spread green = Spread.of(cell.green, pixels);
        Spread blue = Spread.of(cell.blue, pixels);
        list.add(region + " red density", red.mean());
        list.add(region + " green density", green.mean());
        list.add(region + " blue density", blue.mean());
        list.add(region + " red density, deviation", red.deviation());
        list.add(region + " green density, deviation", green.deviation());
        list.add(region + " blue density, deviation", blue.deviation());
        list.add(region + " green density, tenth percentile", green.low());
        list.add(region + " green density, ninetieth percentile", green.high());
        list.add(region + " green density, skewness", green.skewness());
        list.add(region + " blueness", red.mean() / (green.mean() + FAINT));
        list.add(region + " orangeness", blue.mean() / (green.mean() + FAINT));
        list.add(region + " colour variety", variety(cell, pixels));
    }

    /** The deviation of red density beside green density: how far the stain's hue changes within a region. */
    private static double variety(MeasuredCell cell, int[] pixels) {
        double sum = 0;
        double squares = 0;
        for (int i : pixels) {
            double hue = cell.red[i] / (cell.green[i] + FAINT);
            sum += hue;
            squares += hue * hue;
        }
        double mean = sum / pixels.length;
        return Math.sqrt(Math.max(0, squares / pixels.length - mean * mean));
    }

    private static double ratio(float[] map, MeasuredCell cell) {
        return Spread.mean(map, cell.cytoplasm) / (Spread.mean(map, cell.nucleus) + FAINT);
    }
}
