package org.medulla.vision.feature;

/** The texture of chromatin, and how sharp the edges of the cell are. */
final class ChromatinFeatures {
    private static final int[] RADII = {1, 2, 4, 7};
    private static final int[] NUCLEAR_DISTANCES = {1, 4};

    private ChromatinFeatures() {}

    static void add(MeasuredCell cell, FeatureList list) {
        Sieve sieve = new Sieve(cell.nucleus, cell.width, cell.height, RADII[RADII.length - 1] + 1);
        float[] green = sieve.box(cell.green);
        for (int radius : RADII) {
            list.add("chromatin clumps up to radius " + radius, sieve.mean(sieve.grains(green, radius), cell.nucleus));
            list.add("chromatin gaps up to radius " + radius, sieve.mean(sieve.gaps(green, radius), cell.nucleus));
        }
        for (int distance : NUCLEAR_DISTANCES) {
            haralick(cell, distance, list);
        }
        patterns(cell, list);
        Sharpness.add(cell, list);
    }

    private static void haralick(MeasuredCell cell, int distance, FeatureList list) {
        GreyPairs pairs = GreyPairs.of(cell.green, cell.nucleus, cell.width, cell.height, distance);
        String at = " at " + distance + (distance == 1 ? " pixel" : " pixels");
        list.add("chromatin contrast" + at, pairs.contrast());
        list.add("chromatin correlation" + at, pairs.correlation());
        list.add("chromatin homogeneity" + at, pairs.homogeneity());
        list.add("chromatin energy" + at, pairs.energy());
        list.add("chromatin entropy" + at, pairs.entropy());
    }

    private static void patterns(MeasuredCell cell, FeatureList list) {
        double[] shares = LocalPatterns.of(cell.green, cell.nucleus, cell.width, cell.height);
        for (int pattern = 0; pattern < shares.length; pattern++) {
            String name = pattern < shares.length - 1 ? pattern + " denser neighbours in a row" : "a broken ring";
            list.add("chromatin pattern of " + name, shares[pattern]);
        }
    }
}
