package org.medulla.cytology.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Deals whole groups of cells so that every fold comes close to the same share of every class: groups in random order, the
 * largest first, each into the fold that it unbalances least (the sum over classes of the squared share of the class that a
 * fold then holds).
 */
final class GroupDealer {
    private final int folds;
    private final Map<String, Integer> classIndex = new HashMap<>();
    private final double[] classTotals;
    private final double[][] held;
    private final int[] size;

    private GroupDealer(SortedMap<String, List<DatasetItem>> groups, int folds) {
        this.folds = folds;
        for (List<DatasetItem> group : groups.values()) {
            for (DatasetItem item : group) {
                classIndex.putIfAbsent(item.classCode(), classIndex.size());
            }
        }
        classTotals = new double[classIndex.size()];
        groups.values().forEach(group -> group.forEach(item -> classTotals[index(item)]++));
        held = new double[folds][classTotals.length];
        size = new int[folds];
    }

    static SortedMap<String, Integer> deal(SortedMap<String, List<DatasetItem>> groups, SplitPlan plan) {
        GroupDealer dealer = new GroupDealer(groups, plan.folds());
        List<List<DatasetItem>> order = new ArrayList<>(groups.values());
        new NumpyRandom(plan.seed()).shuffle(order);
        order.sort(Comparator.comparingInt((List<DatasetItem> group) -> group.size())
                .reversed());
        SortedMap<String, Integer> result = new TreeMap<>();
        for (int i = 0; i < order.size(); i++) {
            int fold = dealer.place(order.get(i), order.size() - i);
            order.get(i).forEach(item -> result.put(item.digest(), fold));
        }
        return result;
    }

    /** Puts a group into the best fold; a fold that is still empty comes first when only as many groups are left. */
    private int place(List<DatasetItem> group, int groupsLeft) {
        double[] counts = new double[classTotals.length];
        group.forEach(item -> counts[index(item)]++);
        int empty = 0;
        for (int cells : size) {
            empty += cells == 0 ? 1 : 0;
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int fold = 0; fold < folds; fold++) {
            if (empty >= groupsLeft && size[fold] > 0) {
                continue;
            }
            double cost = cost(fold, counts);
            if (cost < least - 1e-12 || (Math.abs(cost - least) <= 1e-12 && size[fold] < size[best])) {
                least = cost;
                best = fold;
            }
        }
        for (int c = 0; c < counts.length; c++) {
            held[best][c] += counts[c];
        }
        size[best] += group.size();
        return best;
    }

    private double cost(int fold, double[] counts) {
        double cost = 0;
        for (int c = 0; c < counts.length; c++) {
            double before = held[fold][c] / classTotals[c];
            double after = (held[fold][c] + counts[c]) / classTotals[c];
            cost += after * after - before * before;
        }
        return cost;
    }

    private int index(DatasetItem item) {
        Integer index = classIndex.get(item.classCode());
        if (index == null) {
            throw new IllegalStateException("No class " + item.classCode());
        }
        return index;
    }
}
