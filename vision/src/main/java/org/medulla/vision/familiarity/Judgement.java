package org.medulla.vision.familiarity;

import java.util.List;

/**
 * How far the answer to a cell can be believed.
 *
 * @param oddness how unlike the known cells it is and how uncertain its class: 0.5 is typical, 0.99 is odder than 99 of 100 cells of
 *     the validation part, above 1 is beyond all of them; above 0
 * @param accepted whether the answer stands; if not, the cell is unidentified and a person should look at it
 * @param set the classes that it may be, by their place, in falling order of probability; never empty
 */
public record Judgement(double oddness, boolean accepted, List<Integer> set) {
    public Judgement {
        set = List.copyOf(set);
        if (set.isEmpty()) {
            throw new IllegalArgumentException("A cell may be of at least one class");
        }
    }
}
