package org.medulla.cytology.agreement;

import java.util.List;
import java.util.Set;

/**
 * Classes in a row, between which there are steps.
 *
 * @param order from end to end
 */
record Series(List<String> order) {
    Series {
        order = List.copyOf(order);
        if (order.size() < 2 || Set.copyOf(order).size() < order.size()) {
            throw new IllegalArgumentException("A series has at least two classes and none twice: " + order);
        }
    }

    /** The steps between two classes as a share of those from end to end. */
    double share(String left, String right) {
        return Math.abs(place(left) - place(right)) / (double) (order.size() - 1);
    }

    private int place(String code) {
        int place = order.indexOf(code);
        if (place < 0) {
            throw new IllegalArgumentException(code + " is not in the series " + order);
        }
        return place;
    }
}
