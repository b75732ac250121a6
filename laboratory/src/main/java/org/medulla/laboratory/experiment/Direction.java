package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.evaluation.Evaluation;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.report.ComparedClass;

/**
 * One way across: a network learns from a laboratory's cells but those of fold 0, and is tested on that fold, at home, and on
 * the other laboratory's cells, abroad. Only shared classes are counted.
 *
 * @param trained the dataset that is learned from
 * @param tested the other laboratory's
 * @param classes what the network learns, in the order of the nomenclature
 * @param counts every class of either dataset with its cells, in the order of the nomenclature
 * @param learned the cells that are learned from
 * @param home the cells of fold 0 of shared classes
 * @param abroad the other laboratory's cells of shared classes
 */
record Direction(
        FoldedDataset trained,
        FoldedDataset tested,
        List<String> classes,
        List<ComparedClass> counts,
        List<FrozenCell> learned,
        List<FrozenCell> home,
        List<FrozenCell> abroad) {
    /** The fold that is left out of training. */
    static final int HOME_FOLD = 0;

    Direction {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
        learned = List.copyOf(learned);
        home = List.copyOf(home);
        abroad = List.copyOf(abroad);
    }

    /** Where a network is tested. */
    enum Place {
        HOME,
        ABROAD
    }

    /**
     * From one dataset to another.
     *
     * @throws MedullaException USER when an image is in both, or when they share fewer than two classes
     */
    static Direction of(FoldedDataset trained, FoldedDataset tested) {
        refuseCommonImages(trained, tested);
        refuseOtherClasses(trained, tested);
        List<FrozenCell> learned = trained.without(OptionalInt.of(HOME_FOLD));
        Set<String> known = count(learned).keySet();
        List<ComparedClass> counts = compare(trained, tested).stream()
                .map(compared -> known.contains(compared.code()) ? compared : compared.without())
                .toList();
        Set<String> shared = new HashSet<>();
        counts.stream().filter(ComparedClass::shared).forEach(compared -> shared.add(compared.code()));
        if (shared.size() < 2) {
            throw MedullaException.user("The datasets \"" + trained.version().name() + "\" and \""
                    + tested.version().name() + "\" share fewer than two classes with at least "
                    + Evaluation.USUAL_MINIMUM_SUPPORT + " cells in each: there is nothing to compare.");
        }
        return new Direction(
                trained,
                tested,
                nomenclature(trained, tested).inOrder(known),
                counts,
                learned,
                ofClasses(trained.fold(HOME_FOLD), shared),
                ofClasses(tested.cells(), shared));
    }

    private static void refuseCommonImages(FoldedDataset trained, FoldedDataset tested) {
        Set<String> images = new HashSet<>();
        trained.cells().forEach(cell -> images.add(cell.digest().hex()));
        long common = tested.cells().stream()
                .filter(cell -> images.contains(cell.digest().hex()))
                .count();
        if (common > 0) {
            throw MedullaException.user(
                    common + " images are in both \"" + trained.version().name() + "\" and \""
                            + tested.version().name()
                            + "\": freeze one dataset for each laboratory, with `medulla freeze NAME --source SOURCE`.");
        }
    }

    /** The nomenclature that lists the classes of both datasets. */
    Nomenclature nomenclature() {
        return nomenclature(trained, tested);
    }

    private static Nomenclature nomenclature(FoldedDataset trained, FoldedDataset tested) {
        return lists(tested.nomenclature(), trained) ? tested.nomenclature() : trained.nomenclature();
    }

    private static boolean lists(Nomenclature nomenclature, FoldedDataset dataset) {
        return nomenclature.codes().containsAll(count(dataset.cells()).keySet());
    }

    private static void refuseOtherClasses(FoldedDataset trained, FoldedDataset tested) {
        Nomenclature both = nomenclature(trained, tested);
        if (!lists(both, trained) || !lists(both, tested)) {
            throw MedullaException.user("Classes were merged between the freezing of \""
                    + trained.version().name() + "\" (nomenclature "
                    + trained.nomenclature().version() + ") and \""
                    + tested.version().name() + "\" ("
                    + tested.nomenclature().version() + "): freeze both anew, then compare those.");
        }
    }

    private static List<ComparedClass> compare(FoldedDataset trained, FoldedDataset tested) {
        Map<String, Integer> here = count(trained.cells());
        Map<String, Integer> there = count(tested.cells());
        List<ComparedClass> all = new ArrayList<>();
        for (String code : nomenclature(trained, tested).codes()) {
            int first = here.getOrDefault(code, 0);
            int second = there.getOrDefault(code, 0);
            if (first + second > 0) {
                all.add(new ComparedClass(
                        code, first, second, Math.min(first, second) >= Evaluation.USUAL_MINIMUM_SUPPORT));
            }
        }
        return all;
    }

    private static Map<String, Integer> count(List<FrozenCell> cells) {
        Map<String, Integer> counts = new HashMap<>();
        cells.forEach(cell -> counts.merge(cell.classCode(), 1, Integer::sum));
        return counts;
    }

    private static List<FrozenCell> ofClasses(List<FrozenCell> cells, Set<String> classes) {
        return cells.stream().filter(cell -> classes.contains(cell.classCode())).toList();
    }

    /** The classes whose cells are counted, in the order of the nomenclature. */
    List<String> shared() {
        return counts.stream()
                .filter(ComparedClass::shared)
                .map(ComparedClass::code)
                .toList();
    }

    /** The cells that are named at that place. */
    List<FrozenCell> cells(Place place) {
        return switch (place) {
            case HOME -> home;
            case ABROAD -> abroad;
        };
    }

    /** Cells of the place's laboratory whose pictures, without their classes, may tell its stain and scale. */
    List<FrozenCell> laboratory(Place place) {
        return switch (place) {
            case HOME -> learned;
            case ABROAD -> tested.cells();
        };
    }

    /** The direction in words: "marrow to blood". */
    String words() {
        return trained.version().name() + " to " + tested.version().name();
    }
}
