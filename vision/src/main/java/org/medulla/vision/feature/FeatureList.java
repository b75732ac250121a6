package org.medulla.vision.feature;

import java.util.ArrayList;
import java.util.List;

/** Names and values as they are measured one after the other; the order in which they are added is the order of the vector. */
final class FeatureList {
    private final List<String> names = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();

    /** Adds a measure; what cannot be computed for want of pixels counts as 0. */
    void add(String name, double value) {
        names.add(name);
        values.add(Double.isFinite(value) ? (float) value : 0);
    }

    List<String> names() {
        return List.copyOf(names);
    }

    FeatureVector vector() {
        float[] result = new float[values.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = values.get(i);
        }
        return FeatureVector.of(result);
    }
}
