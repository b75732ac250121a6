package org.medulla.laboratory.experiment;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.MedullaException;

/**
 * Predictions on their way: rows are added to a draft beside the file, which becomes the file when all are there. A draft that a
 * kill left behind is gone on with.
 */
final class PredictionsDraft implements AutoCloseable {
    private final Path file;
    private final Path draft;
    private final List<String> classes;
    private final List<FrozenCell> cells;
    private final Writer writer;
    private int done;

    /**
     * Opens the draft of a file.
     *
     * @param classes those that the method learned
     * @param cells all cells that will have a row, in order
     */
    PredictionsDraft(Path file, List<String> classes, List<FrozenCell> cells) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".part");
        this.classes = List.copyOf(classes);
        this.cells = List.copyOf(cells);
        List<PredictedCell> kept = kept();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writer = Files.newBufferedWriter(draft);
            PredictionsCsv.writeHeader(writer, classes);
            add(kept);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** How many cells have their row already. */
    int done() {
        return done;
    }

    /** Adds the rows of the next cells and sends them to the disk. */
    void add(List<PredictedCell> predicted) {
        try {
            for (PredictedCell cell : predicted) {
                PredictionsCsv.write(writer, classes, cell);
            }
            writer.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
        done += predicted.size();
    }

    /** Makes the draft the file. */
    void finish() {
        if (done != cells.size()) {
            throw new IllegalStateException("There are " + done + " rows for " + cells.size() + " cells");
        }
        try {
            writer.close();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The rows of an earlier draft that are whole and belong to the first of these cells. */
    private List<PredictedCell> kept() {
        if (!Files.exists(draft)) {
            return List.of();
        }
        try {
            String text = Files.readString(draft, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            FoldPredictions before = PredictionsCsv.parse(new StringReader(whole));
            List<PredictedCell> kept = new ArrayList<>();
            while (before.classes().equals(classes)
                    && kept.size() < Math.min(cells.size(), before.cells().size())
                    && before.cells()
                            .get(kept.size())
                            .digest()
                            .equals(cells.get(kept.size()).digest().hex())) {
                kept.add(before.cells().get(kept.size()));
            }
            return kept;
        } catch (IOException | NumberFormatException e) {
            // A draft that cannot be read is begun anew; nothing but a little time is lost.
            return List.of();
        }
    }

    private MedullaException unwritable(IOException e) {
        return MedullaException.resources(
                "The predictions " + file + " could not be written: free some space and run the experiment again.", e);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
