package org.medulla.vision.familiarity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cells gathered around centres: those of one class from one source. A class whose cells from a source are too few for a centre of
 * their own does without them, unless it has no others.
 */
final class CentreGroups {
    private final List<Integer> members = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();

    private CentreGroups() {}

    /**
     * Gathers cells.
     *
     * @param labels the class of each
     * @param sources the place of the source of each
     * @param least how many cells make a group
     */
    static CentreGroups of(List<Integer> labels, List<Integer> sources, int least) {
        SortedMap<Integer, SortedMap<Integer, List<Integer>>> byClass = new TreeMap<>();
        for (int cell = 0; cell < labels.size(); cell++) {
            byClass.computeIfAbsent(labels.get(cell), _ -> new TreeMap<>())
                    .computeIfAbsent(sources.get(cell), _ -> new ArrayList<>())
                    .add(cell);
        }
        CentreGroups result = new CentreGroups();
        byClass.values().forEach(bySource -> {
            int largest = bySource.values().stream().mapToInt(List::size).max().orElse(0);
            bySource.forEach((source, cells) -> {
                if (cells.size() >= Math.min(least, largest)) {
                    result.add(source, cells);
                }
            });
        });
        return result;
    }

    private void add(int source, List<Integer> cells) {
        cells.forEach(cell -> {
            members.add(cell);
            groups.add(sources.size());
        });
        sources.add(source);
    }

    /** The source of each group. */
    List<Integer> sources() {
        return List.copyOf(sources);
    }

    /** The group of each member. */
    List<Integer> ofMembers() {
        return List.copyOf(groups);
    }

    /** Those of all cells' values that belong to members, in their order. */
    <T> List<T> members(List<T> ofCells) {
        return members.stream().map(ofCells::get).toList();
    }
}
