package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.medulla.archive.dataset.FrozenCell;

/** The cells that a map shows: all of them, or where they are too many, all of rare classes and equally many of the others. */
final class MapSample {
    /** More points would make the page large and the map crowded. */
    static final int MOST = 3_000;

    private static final long SEED = 2026;

    private MapSample() {}

    /** At most {@value #MOST} cells, in their order. */
    static List<FrozenCell> of(List<FrozenCell> cells) {
        return of(cells, MOST);
    }

    static List<FrozenCell> of(List<FrozenCell> cells, int most) {
        if (cells.size() <= most) {
            return List.copyOf(cells);
        }
        Map<String, List<FrozenCell>> byClass = new TreeMap<>();
        cells.forEach(cell -> byClass.computeIfAbsent(cell.classCode(), _ -> new ArrayList<>())
                .add(cell));
        int each = 1;
        while (total(byClass, each + 1) <= most) {
            each++;
        }
        Random random = new Random(SEED);
        List<FrozenCell> sample = new ArrayList<>();
        for (List<FrozenCell> ofClass : byClass.values()) {
            Collections.shuffle(ofClass, random);
            sample.addAll(ofClass.subList(0, Math.min(each, ofClass.size())));
        }
        sample.sort(Comparator.comparingInt(FrozenCell::position));
        return sample;
    }

    private static int total(Map<String, List<FrozenCell>> byClass, int each) {
        return byClass.values().stream()
                .mapToInt(ofClass -> Math.min(each, ofClass.size()))
                .sum();
    }
}
