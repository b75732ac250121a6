package org.medulla.vision.familiarity;

/** How like the cells that a model learned from one embedding is; what {@link Judge} tells everything by. */
public final class Likeness {
    /** Nothing is known. */
    static final Likeness UNKNOWN = new Likeness(0, 0, new double[0]);

    /** The logarithm of the squared distance from the nearest centre. */
    final double distance;

    /** The place of that centre. */
    final int nearest;

    /** How far it lies from that centre along each direction, in standard deviations of the cells learned from. */
    final double[] steps;

    Likeness(double distance, int nearest, double[] steps) {
        this.distance = distance;
        this.nearest = nearest;
        this.steps = steps;
    }
}
