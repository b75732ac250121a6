package org.medulla.vision.augmentation;

import java.util.SplittableRandom;

/**
 * One drawn augmentation: where each pixel of the input comes from, and how its colour changes.
 *
 * @param xx how far the source moves across per input pixel across, in shares of the field; {@code xy}, {@code yx}, {@code yy}
 *     alike for the other pairs
 * @param shiftX where the centre comes from, as a share of the field right of its centre; {@code shiftY} below it
 * @param stain how the colours change
 * @param stained whether they change at all
 * @param scale by how much the cell is enlarged
 * @param blurs how often neighbouring pixels run into each other
 */
record Variation(
        double xx,
        double xy,
        double yx,
        double yy,
        double shiftX,
        double shiftY,
        StainMatrix stain,
        boolean stained,
        double scale,
        int blurs) {
    private static final int MOST_BLURS = 4;

    static Variation draw(Augmentation plan, SplittableRandom random) {
        double angle = plan.turned() ? random.nextDouble(2 * Math.PI) : 0;
        boolean mirrored = plan.turned() && random.nextBoolean();
        double logRange = Math.log(plan.scaleRange());
        double scale = Math.exp(-logRange + 2 * logRange * random.nextDouble());
        double cos = Math.cos(angle) / scale;
        double sin = Math.sin(angle) / scale;
        double sign = mirrored ? -1 : 1;
        double shiftX = plan.shiftShare() * (2 * random.nextDouble() - 1);
        double shiftY = plan.shiftShare() * (2 * random.nextDouble() - 1);
        StainMatrix stain = StainMatrix.draw(plan.stainStrength(), random);
        int blurs = random.nextDouble() < plan.blurShare() ? 1 + random.nextInt(MOST_BLURS) : 0;
        return new Variation(
                sign * cos, -sin, sign * sin, cos, shiftX, shiftY, stain, plan.stainStrength() > 0, scale, blurs);
    }
}
