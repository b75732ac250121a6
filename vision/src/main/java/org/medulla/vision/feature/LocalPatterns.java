package org.medulla.vision.feature;

/**
 * Shares of local binary patterns, the same for every turn: how many of the eight pixels around at a distance of two are denser
 * than the one in the middle, for rings that change at most twice; all other rings are one pattern (Ojala T, Pietikäinen M,
 * Mäenpää T, IEEE Transactions on Pattern Analysis and Machine Intelligence 2002;24:971-987, P = 8).
 */
final class LocalPatterns {
    private static final int PATTERNS = 10;
    private static final int NEAR = 2;

    private LocalPatterns() {}

    /** The ten shares over pixels whose ring lies in the frame; all 0 where there is none. */
    static double[] of(float[] map, int[] pixels, int width, int height) {
        int[] ring = {
            NEAR,
            NEAR * (width + 1),
            NEAR * width,
            NEAR * (width - 1),
            -NEAR,
            -NEAR * (width + 1),
            -NEAR * width,
            -NEAR * (width - 1)
        };
        double[] shares = new double[PATTERNS];
        int total = 0;
        for (int i : pixels) {
            int x = i % width;
            int y = Math.floorDiv(i, width);
            if (x < NEAR || y < NEAR || x >= width - NEAR || y >= height - NEAR) {
                continue;
            }
            int denser = 0;
            int changes = 0;
            boolean last = map[i + ring[7]] > map[i];
            for (int offset : ring) {
                boolean now = map[i + offset] > map[i];
                denser += now ? 1 : 0;
                changes += now == last ? 0 : 1;
                last = now;
            }
            shares[changes <= 2 ? denser : PATTERNS - 1]++;
            total++;
        }
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            shares[pattern] /= Math.max(1, total);
        }
        return shares;
    }
}
