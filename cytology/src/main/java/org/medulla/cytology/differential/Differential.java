package org.medulla.cytology.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Lineage;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * The count of a smear's cells by class, with the share of each class among the counted cells.
 *
 * <p>Shares carry Wilson's 95 % interval ({@link Wilson}): the error of counting a finite number of cells. That a cell may
 * have been given the wrong class is another matter: see {@link Correction}.
 *
 * @param cells all cells, counted or not
 * @param counted the base of the shares: cells of classes that the nomenclature counts
 * @param classes every counted class of the nomenclature in its order, also those without a cell
 * @param excluded the classes left out of the base that do have cells
 * @param lineages the lineages of the counted classes, in their order
 * @param myeloidToErythroid M:E, all stages of granulocytic, eosinophilic, basophilic and monocytic cells to erythroid ones;
 *     none where there are neither
 * @param immatureToMature I:Mg, granulocytic cells from blast to metamyelocyte (maturation rank up to 3) to band and
 *     segmented neutrophils (from rank 4); faggot cells are promyelocytes here; none where there are neither
 * @param partial the partial differential count; none without a cell in its base
 */
public record Differential(
        long cells,
        long counted,
        List<ClassCount> classes,
        List<ExcludedCount> excluded,
        List<LineageCount> lineages,
        Optional<Ratio> myeloidToErythroid,
        Optional<Ratio> immatureToMature,
        Optional<PartialCount> partial) {
    private static final int MYELOCYTE_RANK = 2;
    private static final int METAMYELOCYTE_RANK = 3;
    private static final int BAND_RANK = 4;

    public Differential {
        classes = List.copyOf(classes);
        excluded = List.copyOf(excluded);
        lineages = List.copyOf(lineages);
    }

    /**
     * Counts.
     *
     * @param counts cells by class code; a code that is not there has no cells
     * @throws MedullaException when a code is not in the nomenclature, a number is negative, or no counted class has a cell
     */
    public static Differential of(Map<String, Long> counts, Nomenclature nomenclature) {
        Tally tally = Tally.of(counts, nomenclature);
        long counted = tally.sum(CellClass::counted);
        if (counted == 0) {
            throw MedullaException.data(
                    "None of the %d cells is of a counted class, and a differential needs at least one; give more cells."
                            .formatted(tally.sum(any -> true)));
        }
        return new Differential(
                tally.sum(any -> true),
                counted,
                tally.shares(CellClass::counted),
                nomenclature.classes().stream()
                        .filter(cellClass -> !cellClass.counted() && tally.cells(cellClass) > 0)
                        .map(cellClass -> new ExcludedCount(cellClass, tally.cells(cellClass)))
                        .toList(),
                lineages(tally, counted),
                Ratio.of(
                        tally.sum(in(Lineage.Branch.MYELOID).and(CellClass::counted)),
                        tally.sum(in(Lineage.Branch.ERYTHROID).and(CellClass::counted))),
                Ratio.of(
                        tally.sum(granulocytic(0, METAMYELOCYTE_RANK)),
                        tally.sum(granulocytic(BAND_RANK, Integer.MAX_VALUE))),
                partial(tally));
    }

    /** The cells of several counted classes together; codes that are not counted classes add nothing. */
    public long cellsOf(List<String> codes) {
        return classes.stream()
                .filter(count -> codes.contains(count.cellClass().code()))
                .mapToLong(ClassCount::cells)
                .sum();
    }

    /** The share of several counted classes together among the counted cells. */
    public Share shareOf(List<String> codes) {
        return Wilson.interval(cellsOf(codes), counted);
    }

    private static List<LineageCount> lineages(Tally tally, long counted) {
        List<LineageCount> lineages = new ArrayList<>();
        for (Lineage lineage : Lineage.values()) {
            Predicate<CellClass> ofLineage = cellClass -> cellClass.counted() && cellClass.lineage() == lineage;
            if (tally.has(ofLineage)) {
                long cells = tally.sum(ofLineage);
                lineages.add(new LineageCount(lineage, cells, Wilson.interval(cells, counted)));
            }
        }
        return lineages;
    }

    private static Optional<PartialCount> partial(Tally tally) {
        Predicate<CellClass> base =
                granulocytic(0, MYELOCYTE_RANK).or(in(Lineage.Branch.ERYTHROID).and(CellClass::counted));
        long cells = tally.sum(base);
        return cells == 0 ? Optional.empty() : Optional.of(new PartialCount(cells, tally.shares(base)));
    }

    private static Predicate<CellClass> in(Lineage.Branch branch) {
        return cellClass -> cellClass.lineage().branch() == branch;
    }

    private static Predicate<CellClass> granulocytic(int fromRank, int toRank) {
        return cellClass -> cellClass.counted()
                && cellClass.lineage() == Lineage.GRANULOCYTIC
                && cellClass.maturationRank().isPresent()
                && cellClass.maturationRank().getAsInt() >= fromRank
                && cellClass.maturationRank().getAsInt() <= toRank;
    }
}
