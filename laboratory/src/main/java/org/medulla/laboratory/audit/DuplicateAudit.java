package org.medulla.laboratory.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.dataset.StoredSplit;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.duplicate.DuplicateLimits;
import org.medulla.laboratory.duplicate.DuplicatePair;
import org.medulla.laboratory.duplicate.NearDuplicates;

/**
 * Looks for pictures that show the same cell, whether they bear the same class, and whether they stand in different folds: then a
 * network is tested on what it has learned from.
 */
public final class DuplicateAudit {
    private final Archive archive;
    private final DuplicateLimits limits;

    /** Audits cells of an archive. */
    public DuplicateAudit(Archive archive, DuplicateLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    /** Looks among the cells of a dataset, with the classes it gives them and the folds of the split in use. */
    public Audited ofDataset(String name, Progress progress) {
        DatasetVersion version = archive.datasets().get(name);
        Optional<StoredSplit> split = archive.splits().newest(version);
        Map<CellId, Standing> standings = new HashMap<>();
        for (FrozenCell cell : archive.datasets().cells(version)) {
            standings.put(
                    cell.cell(),
                    new Standing(
                            cell.classCode(),
                            split.map(s -> s.split().foldOf(cell.digest().hex()))
                                    .orElse(OptionalInt.empty())));
        }
        return audit(name, standings, split.isPresent(), progress);
    }

    /** Looks among cells as they are now. */
    public Audited ofCells(String title, List<CellId> cells, Progress progress) {
        Map<CellId, Standing> standings = new HashMap<>();
        archive.cells()
                .find(cells)
                .forEach(cell -> standings.put(cell.id(), new Standing(cell.classCode(), OptionalInt.empty())));
        return audit(title, standings, false, progress);
    }

    private Audited audit(String title, Map<CellId, Standing> standings, boolean folded, Progress progress) {
        try (NearDuplicates duplicates = NearDuplicates.among(archive, standings.keySet(), limits, progress)) {
            List<Pair> pairs = new ArrayList<>();
            for (DuplicatePair pair : duplicates.pairs(progress)) {
                List<Cell> cells = archive.cells().find(List.of(pair.one(), pair.other()));
                pairs.add(new Pair(pair, side(cells.getFirst(), standings), side(cells.getLast(), standings)));
            }
            return new Audited(
                    title, standings.size(), duplicates.withoutEmbedding(), duplicates.model(), folded, limits, pairs);
        }
    }

    private static Side side(Cell cell, Map<CellId, Standing> standings) {
        Standing standing = standings.getOrDefault(cell.id(), new Standing(cell.classCode(), OptionalInt.empty()));
        return new Side(cell, standing.classCode(), standing.fold());
    }

    private record Standing(String classCode, OptionalInt fold) {}

    /**
     * One cell of a pair.
     *
     * @param cell the cell
     * @param classCode its class in the dataset, or else its current one
     * @param fold its fold, where a split is looked at
     */
    public record Side(Cell cell, String classCode, OptionalInt fold) {}

    /**
     * Two cells that are probably one.
     *
     * @param found how alike they are
     * @param one the one with the smaller number
     * @param other the other
     */
    public record Pair(DuplicatePair found, Side one, Side other) {
        /** Whether they bear different classes. */
        public boolean isContradictory() {
            return !one.classCode().equals(other.classCode());
        }

        /** Whether they stand in different folds. */
        public boolean isLeaking() {
            return one.fold().isPresent()
                    && other.fold().isPresent()
                    && !one.fold().equals(other.fold());
        }
    }

    /**
     * What an audit found.
     *
     * @param title the dataset, or the question
     * @param cells how many cells were looked at
     * @param withoutEmbedding how many of them by their fingerprint alone
     * @param model whose embeddings were compared
     * @param folded whether folds were looked at
     * @param limits what counted as a near-duplicate
     * @param pairs the pairs, the most alike first
     */
    public record Audited(
            String title,
            int cells,
            long withoutEmbedding,
            Optional<Digest> model,
            boolean folded,
            DuplicateLimits limits,
            List<Pair> pairs) {
        public Audited {
            pairs = List.copyOf(pairs);
        }

        /** How many pairs bear different classes. */
        public long contradictory() {
            return pairs.stream().filter(Pair::isContradictory).count();
        }

        /** How many pairs stand in different folds. */
        public long leaking() {
            return pairs.stream().filter(Pair::isLeaking).count();
        }
    }
}
