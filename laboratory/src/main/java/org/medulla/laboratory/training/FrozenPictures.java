package org.medulla.laboratory.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.picture.CellPicture;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.training.TrainingData;

/** Cells of a dataset version as pictures for the trainer, decoded from the archive each time. Safe for use by many threads. */
public final class FrozenPictures implements TrainingData {
    private final Archive archive;
    private final List<FrozenCell> cells;
    private final List<Integer> labels;

    /** Takes cells of which only the pictures are asked for; labels count their classes in alphabetical order. */
    public FrozenPictures(Archive archive, List<FrozenCell> cells) {
        this(
                archive,
                cells,
                List.copyOf(cells.stream().map(FrozenCell::classCode).collect(Collectors.toCollection(TreeSet::new))));
    }

    /**
     * Takes these cells of the archive, in this order.
     *
     * @param classes the class codes in the order of the network's outputs; every cell is of one of them
     */
    public FrozenPictures(Archive archive, List<FrozenCell> cells, List<String> classes) {
        this.archive = archive;
        this.cells = List.copyOf(cells);
        this.labels =
                cells.stream().map(cell -> classes.indexOf(cell.classCode())).toList();
        if (labels.contains(-1)) {
            throw new IllegalArgumentException("A cell is of none of the classes " + classes);
        }
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public int label(int index) {
        return labels.get(index);
    }

    @Override
    public RgbImage image(int index) {
        return CellPicture.of(archive, cell(index)).pixels();
    }

    @Override
    public OptionalDouble micronsPerPixel(int index) {
        return cell(index).details().micronsPerPixel();
    }

    @Override
    public Optional<String> source(int index) {
        return Optional.of(cells.get(index).source());
    }

    @Override
    public Optional<String> group(int index) {
        FrozenCell cell = cells.get(index);
        return cell.patient().or(cell::smear);
    }

    private Cell cell(int index) {
        FrozenCell frozen = cells.get(index);
        return archive.cells()
                .find(frozen.cell())
                .orElseThrow(() -> MedullaException.data("Cell " + frozen.cell().value()
                        + " of the dataset is no longer in the archive: run `medulla verify`."));
    }
}
