package org.medulla.laboratory.smear;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.cytology.job.Progress;

/**
 * How far pseudo-smears agree with what is known of cells: their source, and where a manifest names them their smear and patient (phantoms). Purity is the share of
 * cells that are of the commonest value of their group.
 *
 * <p>Arguments: a home, how many cells to take at most (evenly), numbers of groups (0 for the rule).
 */
public final class PseudoSmearFigures {
    private PseudoSmearFigures() {}

    /** Prints the agreement. */
    public static void main(String[] args) {
        try (Archive archive = Archive.open(Path.of(args[0]))) {
            List<Cell> all = new ArrayList<>();
            archive.cells().forEach(CellQuery.all(), all::add);
            int step = Math.max(1, all.size() / Integer.parseInt(args[1]));
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < all.size(); i += step) {
                cells.add(all.get(i));
            }
            for (String count : List.of(args).subList(2, args.length)) {
                int groups = Integer.parseInt(count);
                PseudoSmears smears = PseudoSmears.of(
                        archive,
                        cells.stream().map(Cell::id).toList(),
                        groups == 0 ? OptionalInt.empty() : OptionalInt.of(groups),
                        Progress.silent());
                System.out.printf(
                        Locale.ROOT,
                        "%,d cells, %d groups, silhouette %.3f%n",
                        cells.size(),
                        smears.count(),
                        smears.silhouette());
                print("source", smears, cells, Cell::source);
                print("class", smears, cells, Cell::classCode);
                print("smear", smears, cells, cell -> cell.details().smear().orElse(""));
                print("patient", smears, cells, cell -> cell.details().patient().orElse(""));
            }
        }
    }

    private static void print(String what, PseudoSmears smears, List<Cell> cells, Function<Cell, String> known) {
        List<String> truth = cells.stream().map(known).toList();
        List<Integer> groups = cells.stream()
                .map(Cell::id)
                .map((CellId cell) -> smears.groups().getOrDefault(cell, 0))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "  %s: %d values, adjusted Rand index %.3f, purity %.3f%n",
                what,
                truth.stream().distinct().count(),
                AdjustedRand.of(truth, groups),
                purity(truth, groups));
    }

    private static double purity(List<String> truth, List<Integer> groups) {
        Map<Integer, Map<String, Integer>> counts = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            counts.computeIfAbsent(groups.get(i), _ -> new HashMap<>()).merge(truth.get(i), 1, Integer::sum);
        }
        return counts.values().stream()
                        .mapToInt(of ->
                                of.values().stream().mapToInt(n -> n).max().orElse(0))
                        .sum()
                / (double) truth.size();
    }
}
