package org.medulla.vision.feature;

/** Granules and vacuoles of the cytoplasm. */
final class GranuleFeatures {
    private static final int[] RADII = {1, 2, 4};
    private static final int GRANULE_RADIUS = 2;
    private static final int VACUOLE_RADIUS = 4;
    private static final double GRANULE = 0.06;
    private static final double VACUOLE = 0.08;

    private GranuleFeatures() {}

    static void add(MeasuredCell cell, FeatureList list) {
        Sieve sieve = new Sieve(cell.cytoplasm, cell.width, cell.height, RADII[RADII.length - 1] + 1);
        float[] green = sieve.box(cell.green);
        float[] red = sieve.box(cell.red);
        for (int radius : RADII) {
            float[] grains = sieve.grains(green, radius);
            float[] gaps = sieve.gaps(green, radius);
            String upTo = " up to radius " + radius;
            list.add("granules" + upTo + ", green", sieve.mean(grains, cell.cytoplasm));
            list.add("granules" + upTo + ", red", sieve.mean(sieve.grains(red, radius), cell.cytoplasm));
            list.add("vacuoles" + upTo, sieve.mean(gaps, cell.cytoplasm));
            if (radius == GRANULE_RADIUS) {
                list.add("azurophilic granules, share", sieve.share(grains, cell.cytoplasm, GRANULE));
            }
            if (radius == VACUOLE_RADIUS) {
                list.add("vacuoles, share", sieve.share(gaps, cell.cytoplasm, VACUOLE));
            }
        }
        float[] orange = sieve.grains(sieve.box(cell.blue), GRANULE_RADIUS);
        list.add("eosinophilic granules, share", sieve.share(orange, cell.cytoplasm, GRANULE / 2));
    }
}
