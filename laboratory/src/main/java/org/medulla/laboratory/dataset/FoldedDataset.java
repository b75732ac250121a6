package org.medulla.laboratory.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.dataset.StoredSplit;
import org.medulla.cytology.dataset.Split;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * A dataset version with the split in use.
 *
 * @param version the dataset version
 * @param split its folds
 * @param cells its cells in the order of the manifest
 * @param nomenclature what its classes come from: that of the archive when it was frozen
 */
public record FoldedDataset(DatasetVersion version, Split split, List<FrozenCell> cells, Nomenclature nomenclature) {
    public FoldedDataset {
        cells = List.copyOf(cells);
    }

    /**
     * Reads it.
     *
     * @throws MedullaException USER when there is no such dataset, or when it is not split yet
     */
    public static FoldedDataset read(Archive archive, String dataset) {
        DatasetVersion version = archive.datasets().get(dataset);
        StoredSplit stored = archive.splits()
                .newest(version)
                .orElseThrow(() -> MedullaException.user("The dataset \"" + dataset
                        + "\" has no folds yet: run `medulla split " + dataset + "` first."));
        return new FoldedDataset(
                version,
                stored.split(),
                archive.datasets().cells(version),
                archive.nomenclatures().versionOrCurrent(archive.datasets().nomenclature(version)));
    }

    /** How many folds there are. */
    public int folds() {
        return split.plan().folds();
    }

    /** How the cells were dealt: "by patient, 5 folds, seed 2026". */
    public String planInWords() {
        SplitPlan plan = split.plan();
        return plan.unit() == SplitUnit.FIXED
                ? "fold 0 as a list of files says"
                : String.format(
                        Locale.ROOT, "by %s, %d folds, seed %d", plan.unit().word(), plan.folds(), plan.seed());
    }

    /** The cells of a fold. */
    public List<FrozenCell> fold(int fold) {
        split.require(fold);
        return pick(fold, true);
    }

    /** The cells of all folds but one; of all folds where none is named. */
    public List<FrozenCell> without(OptionalInt fold) {
        fold.ifPresent(split::require);
        return pick(fold.orElse(-1), false);
    }

    /** The numbers of all folds but one. */
    public List<Integer> foldsWithout(OptionalInt fold) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < folds(); i++) {
            if (fold.isEmpty() || fold.getAsInt() != i) {
                others.add(i);
            }
        }
        return others;
    }

    private List<FrozenCell> pick(int fold, boolean inside) {
        List<FrozenCell> picked = new ArrayList<>();
        for (FrozenCell cell : cells) {
            OptionalInt its = split.foldOf(cell.digest().hex());
            if (its.isPresent() && (its.getAsInt() == fold) == inside) {
                picked.add(cell);
            }
        }
        return picked;
    }
}
