package org.medulla.vision.augmentation;

import java.util.SplittableRandom;

/**
 * How far a training picture may be changed. The colour changes act on optical density, in which stains add up (Ruifrok AC,
 * Johnston DA, Anal Quant Cytol Histol 2001;23:291-299).
 *
 * @param turned whether it is mirrored and turned by any angle
 * @param scaleRange the factor by which it is enlarged or shrunk at most, 1 for none: 1.3 means from 1/1.3 to 1.3
 * @param shiftShare how far the centre moves along each axis at most, as a share of the field
 * @param stainStrength how much stain and light vary; 0 for none, 1 as between laboratories
 * @param blurShare the share of pictures that are blurred, slightly or to about half their resolution
 * @param transplantShare the share of pictures whose cell is set into the surroundings of another picture, so that a network
 *     does not tell a class by the laboratory that its cells came from
 * @param lightShare the share of pictures that are changed only as {@link #asPublished()} does, so that a network sees the cells
 *     of its own laboratories as they are, too
 */
public record Augmentation(
        boolean turned,
        double scaleRange,
        double shiftShare,
        double stainStrength,
        double blurShare,
        double transplantShare,
        double lightShare) {
    public Augmentation {
        if (scaleRange < 1 || shiftShare < 0 || stainStrength < 0) {
            throw new IllegalArgumentException("An augmentation has a scale range from 1 and no negative strengths");
        }
        requireShare(blurShare);
        requireShare(transplantShare);
        requireShare(lightShare);
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, unlike " + share);
        }
    }

    /**
     * What serves at home and carries to another laboratory: half of the pictures lightly changed; the others turned, with wide changes
     * of scale and stain, and cells in foreign surroundings.
     */
    public static Augmentation standard() {
        return new Augmentation(true, 1.4, 0.04, 1, 0.3, 0.3, 0.5);
    }

    /**
     * What the published comparison did to its pictures: turns, mirroring and shifts, with a little stretching in place of its shears, and
     * nothing to their colours (Matek C et al., Blood 2021;138:1917-1927). It is best at home and does not carry far.
     */
    public static Augmentation asPublished() {
        return new Augmentation(true, 1.1, 0.08, 0, 0, 0, 0);
    }

    /** How far from the centre pixels of the field may come from, as a multiple of half its side. */
    double reach() {
        double own = scaleRange * (turned ? Math.sqrt(2) : 1) + 2 * shiftShare;
        return lightShare > 0 ? Math.max(own, asPublished().reach()) : own;
    }

    /** No change at all. */
    public static Augmentation none() {
        return new Augmentation(false, 1, 0, 0, 0, 0, 0);
    }

    /** The same with another strength of the changes of stain and light. */
    public Augmentation withStainStrength(double strength) {
        return new Augmentation(turned, scaleRange, shiftShare, strength, blurShare, transplantShare, lightShare);
    }

    /** The same with another range of enlarging and shrinking. */
    public Augmentation withScaleRange(double range) {
        return new Augmentation(turned, range, shiftShare, stainStrength, blurShare, transplantShare, lightShare);
    }

    /** The same with another share of blurred pictures. */
    public Augmentation withBlurShare(double share) {
        return new Augmentation(turned, scaleRange, shiftShare, stainStrength, share, transplantShare, lightShare);
    }

    /** The same with another share of cells set into other surroundings. */
    public Augmentation withTransplantShare(double share) {
        return new Augmentation(turned, scaleRange, shiftShare, stainStrength, blurShare, share, lightShare);
    }

    /** The same with another share of pictures that are changed lightly. */
    public Augmentation withLightShare(double share) {
        return new Augmentation(turned, scaleRange, shiftShare, stainStrength, blurShare, transplantShare, share);
    }

    /** How one picture is changed: strongly or lightly. */
    Augmentation forOne(SplittableRandom random) {
        return random.nextDouble() < lightShare ? asPublished() : this;
    }
}
