package org.medulla.cytology.dataset;

/**
 * How to deal the items of a dataset.
 *
 * @param folds into how many folds, at least 2
 * @param seed of the generator, 0 to 4,294,967,295 (as numpy's)
 * @param unit what stays together
 */
public record SplitPlan(int folds, long seed, SplitUnit unit) {
    public SplitPlan {
        if (folds < 2) {
            throw new IllegalArgumentException("A split has at least 2 folds, not " + folds);
        }
        if (seed < 0 || seed > 0xffff_ffffL) {
            throw new IllegalArgumentException("A seed lies between 0 and 4294967295, not at " + seed);
        }
    }
}
