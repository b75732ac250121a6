package org.medulla.cytology.agreement;

import java.util.List;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * How bad it is that one reader gives a class and another reader another one: the weights of weighted kappa. They are symmetric,
 * 0 for the same class and at most 1. Only their ratios matter: kappa stays the same when all are doubled.
 */
@FunctionalInterface
public interface Disagreement {
    /**
     * The weight of a disagreement.
     *
     * @param left code of the class that one reader gave
     * @param right code of the class that the other gave
     * @return from 0, the same, to 1, the worst
     */
    double between(String left, String right);

    /** Every disagreement is as bad as any other: weighted kappa is then kappa. */
    static Disagreement nominal() {
        return (left, right) -> left.equals(right) ? 0 : 1;
    }

    /**
     * As bad as the classes are far apart in the tree of lineages: 1/3 within a lineage, 2/3 within a branch, 1 beyond. Classes that
     * the nomenclature does not list raise its error.
     */
    static Disagreement byTreeDistance(Nomenclature nomenclature) {
        return (left, right) -> (double) nomenclature.treeDistance(left, right) / Nomenclature.GREATEST_DISTANCE;
    }

    /**
     * In proportion to the steps between two classes of a series, such as stages of maturation (Cicchetti and Allison 1971).
     *
     * @param order the series from end to end, at least two classes, none twice; classes beyond it are refused when asked about
     */
    static Disagreement linear(List<String> order) {
        return new Series(order)::share;
    }

    /**
     * In proportion to the square of the steps between two classes of a series (Fleiss and Cohen 1973).
     *
     * @param order as in {@link #linear(List)}
     */
    static Disagreement quadratic(List<String> order) {
        Series series = new Series(order);
        return (left, right) -> series.share(left, right) * series.share(left, right);
    }
}
