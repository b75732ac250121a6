package org.medulla.laboratory.smear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far two groupings of the same things agree beyond chance: 1 when they are the same, 0 by chance (Hubert and Arabie 1985). */
final class AdjustedRand {
    private AdjustedRand() {}

    static double of(List<?> one, List<?> other) {
        Map<Object, Integer> rows = new HashMap<>();
        Map<Object, Integer> columns = new HashMap<>();
        Map<Object, Integer> both = new HashMap<>();
        for (int i = 0; i < one.size(); i++) {
            rows.merge(one.get(i), 1, Integer::sum);
            columns.merge(other.get(i), 1, Integer::sum);
            both.merge(List.of(one.get(i), other.get(i)), 1, Integer::sum);
        }
        double expected = pairs(rows) * pairs(columns) / (one.size() * (one.size() - 1.0) / 2);
        double most = (pairs(rows) + pairs(columns)) / 2;
        return most == expected ? 1 : (pairs(both) - expected) / (most - expected);
    }

    private static double pairs(Map<Object, Integer> counts) {
        return counts.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }
}
