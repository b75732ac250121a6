package org.medulla.vision.inference;

import java.util.List;

/** Which classes are to be expected before a picture is looked at. */
public sealed interface Expectation {
    /**
     * Each picture comes from one of the laboratories that the model learned from, whose look tells which: classes that never came
     * from there are less likely.
     */
    Expectation HOME = new Home();

    /** See {@link #HOME}. */
    record Home() implements Expectation {}

    /**
     * Pictures of a laboratory that the model did not learn from, where every class may be met.
     *
     * @param weights what the probability of each class is multiplied by, before they are made to add up to 1 again; above 0
     */
    record Elsewhere(List<Double> weights) implements Expectation {
        public Elsewhere {
            weights = List.copyOf(weights);
        }
    }
}
