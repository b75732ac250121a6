package org.medulla.vision.feature;

import java.util.Arrays;

/** The measures of one cell, in the order of their names; all finite, immutable. */
public final class FeatureVector {
    private final float[] values;

    private FeatureVector(float[] owned) {
        for (int i = 0; i < owned.length; i++) {
            if (!Float.isFinite(owned[i])) {
                throw new IllegalArgumentException("Feature " + i + " is " + owned[i]);
            }
        }
        this.values = owned;
    }

    /** A vector of a copy of these values. */
    public static FeatureVector of(float... values) {
        return new FeatureVector(values.clone());
    }

    /** How many measures there are. */
    public int size() {
        return values.length;
    }

    /** The measure at a place. */
    public float at(int place) {
        return values[place];
    }

    /** A copy of all measures. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector that && Arrays.equals(that.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FeatureVector" + Arrays.toString(values);
    }
}
