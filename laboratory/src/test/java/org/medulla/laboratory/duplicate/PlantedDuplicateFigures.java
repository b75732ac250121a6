package org.medulla.laboratory.duplicate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.medulla.archive.Archive;
import org.medulla.archive.Place;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.prediction.Embedding;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.picture.CellPicture;
import org.medulla.laboratory.similarity.PictureEmbedding;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.PerceptualHash;

/**
 * How well copies of cells are found among all cells of a home: each is changed in one way and compared with the collection, which holds what it was made
 * of. What else is found counts against the rule.
 *
 * <p>Arguments: a home in which `medulla predict` ran, how many cells to copy.
 */
public final class PlantedDuplicateFigures {
    private static final long SEED = 11;

    private PlantedDuplicateFigures() {}

    /** Prints, for each change, how many copies were found by what, and how many other cells were taken for the copied one. */
    public static void main(String[] args) {
        try (Archive archive = Archive.open(Path.of(args[0]))) {
            List<Cell> cells = new ArrayList<>();
            archive.cells().forEach(CellQuery.all(), cells::add);
            List<CellId> all = cells.stream().map(Cell::id).toList();
            Collections.shuffle(cells, new Random(SEED));
            List<Cell> copied = cells.subList(0, Integer.parseInt(args[1]));
            try (NearDuplicates known =
                            NearDuplicates.among(archive, all, DuplicateLimits.STANDARD, Progress.silent());
                    OpenModel model = new ModelShelf(Place.home(Path.of(args[0])))
                            .withDigest(known.model().orElseThrow())
                            .open()) {
                for (Copies change : Copies.values()) {
                    print(archive, known, model, change, copied);
                }
            }
        }
    }

    private static void print(
            Archive archive, NearDuplicates known, OpenModel model, Copies change, List<Cell> copied) {
        int byHash = 0;
        int byBoth = 0;
        int others = 0;
        for (Cell cell : copied) {
            Decoded.Image image = CellPicture.of(archive, cell);
            Decoded.Image copy = new Decoded.Image(change.of(image.pixels()), image.format(), image.micronsPerPixel());
            long fingerprint = PerceptualHash.of(copy.pixels());
            Embedding embedding = PictureEmbedding.of(copy, model);
            byHash += finds(known.of(fingerprint, Optional.empty()), cell) ? 1 : 0;
            List<Duplicate> found = known.of(fingerprint, Optional.of(embedding));
            byBoth += finds(found, cell) ? 1 : 0;
            others += (int)
                    found.stream().filter(one -> !one.cell().equals(cell.id())).count();
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d of %d | %d of %d | %d |%n",
                change.words(),
                byHash,
                copied.size(),
                byBoth,
                copied.size(),
                others);
    }

    private static boolean finds(List<Duplicate> found, Cell cell) {
        return found.stream().anyMatch(one -> one.cell().equals(cell.id()));
    }
}
