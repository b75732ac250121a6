package org.medulla.vision.feature;

/** Granules and vacuoles of the cytoplasm. */
final class GranuleFeatures {
    private static final int[] RADII = {1, 2, 4};
    private static final double GRANULE = 0.06;
    private static final double VACUOLE = 0.08;

    private GranuleFeatures() {}

    static void add(MeasuredCell cell, FeatureList list) {
        Sieve sieve = new Sieve(cell.cytoplasm, cell.width, cell.height, RADII[RADII.length - 1] + 1);
        float[] green = sieve.box(cell.green);
        float[] red = sieve.box(cell.red);
        float[] blue = sieve.box(cell.blue);
        for (int radius : RADII) {
            list.add(
                    "granules up to radius " + radius + ", green",
                    sieve.mean(sieve.grains(green, radius), cell.cytoplasm));
            list.add(
                    "granules up to radius " + radius + ", red", sieve.mean(sieve.grains(red, radius), cell.cytoplasm));
            list.add("vacuoles up to radius " + radius, sieve.mean(sieve.gaps(green, radius), cell.cytoplasm));
        }
        float[] azurophil = sieve.grains(green, 2);
        float[] eosinophil = sieve.grains(blue, 2);
        list.add("azurophilic granules, share", sieve.share(azurophil, cell.cytoplasm, GRANULE));
        list.add("eosinophilic granules, share", sieve.share(eosinophil, cell.cytoplasm, GRANULE / 2));
        list.add("vacuoles, share", sieve.share(sieve.gaps(green, RADII[2]), cell.cytoplasm, VACUOLE));
    }
}
