package org.medulla.laboratory.report;

/**
 * A class of one or both of two datasets.
 *
 * @param code its code
 * @param trained its cells in the dataset that is learned from, fold 0 included
 * @param tested its cells in the other
 * @param shared whether its cells are counted
 */
public record ComparedClass(String code, int trained, int tested, boolean shared) {
    /** The same, not counted. */
    public ComparedClass without() {
        return new ComparedClass(code, trained, tested, false);
    }
}
