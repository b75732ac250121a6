package org.medulla.vision.segmentation;

/**
 * How a nucleus is lobed.
 *
 * @param count parts that a neck or a gap keeps apart, 0 without a nucleus
 * @param largestShare pixels of the largest part, as a share of the nucleus
 * @param radius of the largest disc that fits in, in pixels
 */
public record Lobes(int count, double largestShare, double radius) {
    /** The lobes of the nucleus of a mask. */
    public static Lobes of(CellMask mask) {
        boolean[] nucleus = new boolean[mask.width() * mask.height()];
        for (int i = 0; i < nucleus.length; i++) {
            nucleus[i] = mask.at(i) == CellMask.NUCLEUS;
        }
        float[] depth = new Regions(mask.width(), mask.height()).depth(nucleus);
        Parts parts = Parts.of(depth, mask.width(), mask.height());
        double largest = 0;
        double radius = 0;
        for (int part = 0; part < parts.count; part++) {
            largest = Math.max(largest, parts.areas[part]);
            radius = Math.max(radius, parts.radii[part]);
        }
        return new Lobes(parts.count, parts.count == 0 ? 0 : largest / mask.nucleusArea(), radius);
    }
}
