package org.medulla.vision.segmentation;

/** Where nuclei and where any stain lie, by thresholds that the middle of the picture decides. */
final class Thresholds {
    private static final double CENTRE_SPREAD = 0.27;
    private static final float LEAST_STAIN = 0.05f;
    private static final float FAINT = 0.06f;
    private static final float STRONG = 0.16f;
    private static final float ONE_GROUP = 1.6f;
    private static final int LEVELS = 24;

    private final StainMaps maps;
    private final float[] centrality;

    Thresholds(StainMaps maps) {
        this.maps = maps;
        this.centrality = centrality(maps.width, maps.height);
    }

    /** A bell over the frame, 1 in the middle. */
    private static float[] centrality(int width, int height) {
        double spread = CENTRE_SPREAD * Math.min(width, height);
        float[] across = new float[width];
        for (int x = 0; x < width; x++) {
            double away = (x - (width - 1) / 2.0) / spread;
            across[x] = (float) Math.exp(-away * away / 2);
        }
        float[] result = new float[width * height];
        for (int y = 0; y < height; y++) {
            double away = (y - (height - 1) / 2.0) / spread;
            float down = (float) Math.exp(-away * away / 2);
            for (int x = 0; x < width; x++) {
                result[y * width + x] = down * across[x];
            }
        }
        return result;
    }

    /**
     * The pixels with more stain than red cells and ground have, once nuclei are known: the upper of two groups of what is not
     * nucleus, and the nuclei.
     */
    boolean[] stained(boolean[] dark) {
        Otsu otsu = new Otsu(-0.1f, 0.5f);
        for (int i = 0; i < centrality.length; i++) {
            if (!dark[i]) {
                otsu.add(Math.min(maps.stain[i], 0.2f), centrality[i]);
            }
        }
        float threshold = Math.clamp(otsu.part().threshold(), FAINT, STRONG);
        boolean[] set = new boolean[centrality.length];
        for (int i = 0; i < set.length; i++) {
            set[i] = dark[i] || maps.stain[i] > threshold;
        }
        return set;
    }

    /** Nuclei among some pixels: the darker of two groups of what is stained, or all of it where there is but one group. */
    boolean[] dark(boolean[] left) {
        Otsu rough = new Otsu(-0.1f, 1);
        for (int i = 0; i < centrality.length; i++) {
            if (left[i]) {
                rough.add(Math.min(maps.stain[i], 0.5f), centrality[i]);
            }
        }
        float least = Math.max(LEAST_STAIN, 0.7f * rough.part().threshold());
        Otsu otsu = new Otsu(0, 3);
        for (int i = 0; i < centrality.length; i++) {
            if (left[i] && maps.stain[i] > least) {
                otsu.add(maps.nuclear[i], centrality[i]);
            }
        }
        Otsu.Parting parting = otsu.part();
        float threshold = parting.upperMean() < ONE_GROUP * parting.lowerMean()
                ? 0.7f * parting.lowerMean()
                : sharpest(left, parting);
        boolean[] set = new boolean[centrality.length];
        for (int i = 0; i < set.length; i++) {
            set[i] = left[i] && maps.nuclear[i] > threshold && maps.stain[i] > least;
        }
        return set;
    }

    /** The level between two groups along whose contour the map is steepest, which is the edge of the nucleus. */
    private float sharpest(boolean[] left, Otsu.Parting parting) {
        float low = parting.lowerMean() + 0.25f * (parting.upperMean() - parting.lowerMean());
        float step = 0.55f * (parting.upperMean() - parting.lowerMean()) / LEVELS;
        double[] steepness = new double[LEVELS];
        double[] weights = new double[LEVELS];
        int width = maps.width;
        for (int y = 1; y < maps.height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                int level = (int) Math.floor((maps.nuclear[i] - low) / step);
                if (left[i] && level >= 0 && level < LEVELS) {
                    float across = maps.nuclear[i + 1] - maps.nuclear[i - 1];
                    float down = maps.nuclear[i + width] - maps.nuclear[i - width];
                    steepness[level] += centrality[i] * Math.sqrt(across * across + down * down);
                    weights[level] += centrality[i];
                }
            }
        }
        int best = LEVELS / 2;
        double highest = 0;
        for (int level = 2; level < LEVELS - 2; level++) {
            double sum = 0;
            double weight = 0;
            for (int near = level - 2; near <= level + 2; near++) {
                sum += steepness[near];
                weight += weights[near];
            }
            if (weight > 0 && sum / weight > highest) {
                highest = sum / weight;
                best = level;
            }
        }
        return (low + (best + 0.5f) * step + parting.threshold()) / 2;
    }
}
