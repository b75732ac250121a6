package org.medulla.cytology.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medulla.cytology.job.MedullaException;

/**
 * Deals the items of a dataset into folds. The result depends on the items and the plan alone, not on the order in which the
 * items are given.
 */
public final class Splitter {
    private Splitter() {}

    /**
     * Deals the items.
     *
     * @throws MedullaException USER when the plan asks for patients or smears that are not known, or for more folds than there
     *     are units; DATA when an item is given twice
     */
    public static Split split(List<DatasetItem> items, SplitPlan plan) {
        Set<String> seen = new HashSet<>();
        for (DatasetItem item : items) {
            if (!seen.add(item.digest())) {
                throw MedullaException.data(
                        "The image " + item.digest() + " stands in the dataset twice; freeze the dataset again.");
            }
        }
        return switch (plan.unit()) {
            case CELL -> new Split(plan, dealCells(items, plan));
            case PUBLISHED -> new Split(plan, dealAsPublished(items, plan));
            case PATIENT -> new Split(plan, GroupDealer.deal(grouped(items, plan, DatasetItem::patient), plan));
            case SMEAR, PSEUDO_SMEAR ->
                new Split(plan, GroupDealer.deal(grouped(items, plan, DatasetItem::smear), plan));
            case FIXED -> throw MedullaException.user("A fixed split needs its list of file names: give the CSV file.");
        };
    }

    /** Per class in random order, then round robin; the next class goes on at the fold where the last one stopped. */
    private static SortedMap<String, Integer> dealCells(List<DatasetItem> items, SplitPlan plan) {
        NumpyRandom random = new NumpyRandom(plan.seed());
        SortedMap<String, Integer> folds = new TreeMap<>();
        int next = 0;
        for (List<DatasetItem> cells : byClass(items, Comparator.comparing(DatasetItem::digest))) {
            random.shuffle(cells);
            for (DatasetItem cell : cells) {
                folds.put(cell.digest(), next);
                next = (next + 1) % plan.folds();
            }
        }
        return folds;
    }

    /**
     * One {@code RandomState(seed)} for all classes, which are taken in the order of their codes; within a class the cells, in the
     * order of their file names, are shuffled and cut by {@code array_split}.
     */
    private static SortedMap<String, Integer> dealAsPublished(List<DatasetItem> items, SplitPlan plan) {
        NumpyRandom random = new NumpyRandom(plan.seed());
        SortedMap<String, Integer> folds = new TreeMap<>();
        Comparator<DatasetItem> byName =
                Comparator.comparing(DatasetItem::fileName).thenComparing(DatasetItem::digest);
        for (List<DatasetItem> cells : byClass(items, byName)) {
            random.shuffle(cells);
            int small = cells.size() / plan.folds();
            int larger = cells.size() % plan.folds();
            int index = 0;
            for (int fold = 0; fold < plan.folds(); fold++) {
                int end = index + small + (fold < larger ? 1 : 0);
                for (; index < end; index++) {
                    folds.put(cells.get(index).digest(), fold);
                }
            }
        }
        return folds;
    }

    private static List<List<DatasetItem>> byClass(List<DatasetItem> items, Comparator<DatasetItem> order) {
        SortedMap<String, List<DatasetItem>> classes = new TreeMap<>();
        for (DatasetItem item : items) {
            classes.computeIfAbsent(item.classCode(), code -> new ArrayList<>()).add(item);
        }
        classes.values().forEach(cells -> cells.sort(order));
        return List.copyOf(classes.values());
    }

    private static SortedMap<String, List<DatasetItem>> grouped(
            List<DatasetItem> items, SplitPlan plan, Function<DatasetItem, Optional<String>> unit) {
        String word = plan.unit().word();
        long unknown = items.stream().filter(item -> unit.apply(item).isEmpty()).count();
        if (unknown > 0) {
            throw MedullaException.user("Of " + items.size() + " cells " + unknown + " have no " + word
                    + ", so the split cannot keep each " + word
                    + " in one fold; split by cell, or import them with a manifest"
                    + " that names the " + word + ".");
        }
        SortedMap<String, List<DatasetItem>> groups = items.stream()
                .collect(Collectors.groupingBy(
                        item -> unit.apply(item).orElseThrow(), TreeMap::new, Collectors.toList()));
        if (groups.size() < plan.folds()) {
            throw MedullaException.user("There are " + groups.size() + " " + word + "s for " + plan.folds()
                    + " folds; ask for fewer folds.");
        }
        return groups;
    }
}
