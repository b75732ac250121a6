package org.medulla.laboratory.smear;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.picture.CellPicture;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.signature.SmearSignature;

/**
 * Groups of cells whose pictures are alike in background, stain and scanner, for collections that name no patients or smears. They are no smears: one smear
 * can fall into several, and several that were made alike into one. Cells of one class can look alike in their surroundings too, so
 * that a pseudo-smear may hold one class mostly.
 *
 * @param groups the pseudo-smear of each cell, from 1
 * @param count how many there are
 * @param silhouette how clearly they part, -1 to 1; below 0.25 hardly
 */
public record PseudoSmears(SortedMap<CellId, Integer> groups, int count, double silhouette) {
    private static final long SEED = 2026;
    private static final int FEWEST_GROUPS = 5;
    private static final int MOST_GROUPS = 60;
    private static final int CELLS_PER_GROUP = 40;
    private static final int FEWEST_CELLS = 100;
    private static final Comparator<CellId> BY_NUMBER = Comparator.comparingLong(CellId::value);

    public PseudoSmears {
        SortedMap<CellId, Integer> copy = new TreeMap<>(BY_NUMBER);
        copy.putAll(groups);
        groups = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Groups cells: one group for 40 of them, but 5 to 60. The pictures do not tell how many smears there are, since groups part about as clearly
     * whatever their number. The result depends on the pictures alone.
     *
     * @param wanted how many groups, where a person chose
     * @throws MedullaException USER for fewer than 100 cells
     */
    public static PseudoSmears of(Archive archive, List<CellId> cells, OptionalInt wanted, Progress progress) {
        List<Cell> sorted = archive.cells().find(cells).stream()
                .sorted(Comparator.comparing(Cell::digest))
                .toList();
        if (sorted.size() < FEWEST_CELLS || wanted.orElse(2) < 2 || wanted.orElse(2) > sorted.size()) {
            throw MedullaException.user("Pseudo-smears need at least " + FEWEST_CELLS
                    + " cells and 2 groups, not " + sorted.size() + " cells"
                    + (wanted.isPresent() ? " and " + wanted.getAsInt() + " groups" : "") + ".");
        }
        List<SmearSignature> signatures = new ArrayList<>();
        try (Progress.Stage stage = progress.stage("Looking at smears", sorted.size())) {
            OrderedWork.onAllCores("Looking at smears")
                    .run(sorted.iterator(), (Cell cell) -> signature(archive, cell), signature -> {
                        signatures.add(signature);
                        stage.advance(1);
                    });
        }
        double[][] points = SignatureScale.apply(signatures);
        KMeans best = KMeans.of(
                points, wanted.orElse(Math.clamp(sorted.size() / CELLS_PER_GROUP, FEWEST_GROUPS, MOST_GROUPS)), SEED);
        SortedMap<CellId, Integer> groups = new TreeMap<>(BY_NUMBER);
        int[] numbers = bySize(best, sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            groups.put(sorted.get(i).id(), numbers[best.group(i)]);
        }
        return new PseudoSmears(
                groups, (int) groups.values().stream().distinct().count(), best.silhouette(points));
    }

    private static SmearSignature signature(Archive archive, Cell cell) {
        return SmearSignature.of(
                CellPicture.of(archive, cell).pixels(), archive.images().bytes(cell));
    }

    /** The number that each group gets: 1 for the largest. */
    private static int[] bySize(KMeans groups, int cells) {
        int[] sizes = new int[groups.count()];
        for (int cell = 0; cell < cells; cell++) {
            sizes[groups.group(cell)]++;
        }
        List<Integer> order = new ArrayList<>();
        for (int group = 0; group < sizes.length; group++) {
            order.add(group);
        }
        order.sort(Comparator.comparingInt((Integer group) -> -sizes[group]));
        int[] numbers = new int[sizes.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[order.get(i)] = i + 1;
        }
        return numbers;
    }

    /** The cells of each pseudo-smear by its number. */
    public SortedMap<Integer, List<CellId>> members() {
        SortedMap<Integer, List<CellId>> members = new TreeMap<>();
        groups.forEach((cell, group) ->
                members.computeIfAbsent(group, _ -> new ArrayList<>()).add(cell));
        return members;
    }

    /** The name of a cell's pseudo-smear: "pseudo-smear 3". */
    public String name(CellId cell) {
        Integer group = groups.get(cell);
        if (group == null) {
            throw new IllegalArgumentException("Cell " + cell.value() + " was not grouped");
        }
        return "pseudo-smear " + group;
    }
}
