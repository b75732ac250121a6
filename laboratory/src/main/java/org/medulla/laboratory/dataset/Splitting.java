package org.medulla.laboratory.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.dataset.StoredSplit;
import org.medulla.cytology.dataset.DatasetItem;
import org.medulla.cytology.dataset.FixedSplit;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.dataset.Splitter;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.smear.PseudoSmears;

/** Deals the cells of a dataset version into folds and keeps the result. */
public final class Splitting {
    private final Archive archive;

    /** Splits datasets of this archive. */
    public Splitting(Archive archive) {
        this.archive = archive;
    }

    /**
     * Deals by a plan.
     *
     * @param unit what stays together, but for pseudo-smears; empty for patients where every cell's patient is known, and for single cells otherwise
     */
    public StoredSplit deal(String dataset, int folds, long seed, Optional<SplitUnit> unit) {
        DatasetVersion version = archive.datasets().get(dataset);
        List<FrozenCell> cells = archive.datasets().cells(version);
        SplitUnit kept = unit.orElseGet(
                () -> cells.stream().allMatch(cell -> cell.patient().isPresent()) ? SplitUnit.PATIENT : SplitUnit.CELL);
        return archive.splits().store(version, Splitter.split(items(cells), new SplitPlan(folds, seed, kept)));
    }

    /** Deals whole pseudo-smears, which are guessed from the pictures now. */
    public StoredSplit dealPseudoSmears(String dataset, int folds, long seed, Progress progress) {
        DatasetVersion version = archive.datasets().get(dataset);
        List<FrozenCell> cells = archive.datasets().cells(version);
        PseudoSmears smears =
                PseudoSmears.of(archive, cells.stream().map(FrozenCell::cell).toList(), OptionalInt.empty(), progress);
        List<DatasetItem> items = cells.stream()
                .map(cell -> new DatasetItem(
                        cell.digest().hex(),
                        cell.classCode(),
                        cell.fileName(),
                        cell.patient(),
                        Optional.of(smears.name(cell.cell()))))
                .toList();
        return archive.splits()
                .store(version, Splitter.split(items, new SplitPlan(folds, seed, SplitUnit.PSEUDO_SMEAR)));
    }

    /**
     * Takes a test part that somebody else fixed: fold 0 is what the list names, fold 1 the rest.
     *
     * @param list a CSV file with a column {@code file}
     */
    public ListedSplit asListed(String dataset, Path list) {
        DatasetVersion version = archive.datasets().get(dataset);
        List<FrozenCell> cells = archive.datasets().cells(version);
        FixedSplit.Result result = FixedSplit.read(list).apply(items(cells));
        return new ListedSplit(archive.splits().store(version, result.split()), result.missing());
    }

    private static List<DatasetItem> items(List<FrozenCell> cells) {
        return cells.stream().map(FrozenCell::item).toList();
    }

    /**
     * What came of a list.
     *
     * @param split the folds
     * @param missing files that are listed and not in the dataset
     */
    public record ListedSplit(StoredSplit split, List<String> missing) {
        public ListedSplit {
            missing = List.copyOf(missing);
        }
    }
}
