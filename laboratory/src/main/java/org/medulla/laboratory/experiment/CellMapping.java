package org.medulla.laboratory.experiment;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.map.Umap;
import org.medulla.laboratory.report.MapPicture;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.model.ModelFile;

/**
 * Lays out the held-out cells of a fold by their embeddings in the fold's own model. The places are kept as {@code fold-0-map.csv}
 * with the columns {@code sha256,x,y,predicted,probability}.
 */
final class CellMapping {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final int COLUMNS = 5;

    private final Archive archive;
    private final FoldedDataset dataset;
    private final ExperimentFolder folder;

    CellMapping(Archive archive, FoldedDataset dataset, ExperimentFolder folder) {
        this.archive = archive;
        this.dataset = dataset;
        this.folder = folder;
    }

    /** A cell's place and the model's answer. */
    private record Mapped(String digest, double x, double y, String predicted, double probability) {}

    /** Draws the map, from the places that are kept where there are any. */
    MapPicture draw(Method method, int fold, String modelName, Progress progress) {
        List<FrozenCell> heldOut = dataset.fold(fold);
        List<FrozenCell> cells = MapSample.of(heldOut);
        Path file = folder.predictions(method, fold).resolveSibling("fold-" + fold + "-map.csv");
        if (!Files.exists(file)) {
            ExperimentFolder.write(file, text(layOut(cells, modelName, progress)));
        }
        Map<String, Mapped> byDigest = new HashMap<>();
        read(file).forEach(mapped -> byDigest.put(mapped.digest(), mapped));
        List<MapPicture.Point> points = new ArrayList<>();
        for (FrozenCell cell : cells) {
            Mapped mapped = byDigest.get(cell.digest().hex());
            if (mapped == null) {
                throw damaged(file, "it lacks cells");
            }
            points.add(new MapPicture.Point(
                    mapped.x(),
                    mapped.y(),
                    cell.classCode(),
                    mapped.predicted(),
                    mapped.probability(),
                    cell.source(),
                    cell.fileName()));
        }
        PictureSheet sheet = PictureSheet.draw(archive, cells, progress);
        return new MapPicture(
                note(method, fold, cells.size(), heldOut.size()),
                points,
                sheet.dataUri(),
                sheet.columns(),
                PictureSheet.TILE);
    }

    private static String note(Method method, int fold, int shown, int all) {
        return String.format(
                Locale.ROOT,
                shown == all
                        ? "All %2$,d cells of fold %3$d, which the network %4$s did not learn from, by the numbers before its"
                                + " last layer (UMAP, 15 neighbours)."
                        : "%1$,d of the %2$,d cells of fold %3$d, which the network %4$s did not learn from: all of rare classes,"
                                + " equally many of the others; by the numbers before its last layer (UMAP, 15 neighbours).",
                shown,
                all,
                fold,
                method.title());
    }

    private List<Mapped> layOut(List<FrozenCell> cells, String modelName, Progress progress) {
        ModelFile model = ModelFile.read(archive.models()
                .path(archive.models()
                        .find(modelName)
                        .orElseThrow(() -> MedullaException.data(
                                "The model " + modelName + " is no longer in the archive: run `medulla verify`."))));
        List<float[]> embeddings = new ArrayList<>();
        List<String> predicted = new ArrayList<>();
        List<Float> probabilities = new ArrayList<>();
        try (Classifier classifier = Classifier.open(model)) {
            new Asking(archive, classifier)
                    .about(
                            cells,
                            "Looking at cells for the map",
                            progress,
                            (_, answers) -> answers.forEach(answer -> {
                                embeddings.add(answer.embedding());
                                predicted.add(answer.bestClass());
                                probabilities.add(answer.probability(answer.best()));
                            }));
        }
        List<Umap.Place> places = Umap.standard().layOut(embeddings, progress);
        List<Mapped> mapped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            mapped.add(new Mapped(
                    cells.get(i).digest().hex(),
                    places.get(i).x(),
                    places.get(i).y(),
                    predicted.get(i),
                    probabilities.get(i)));
        }
        return mapped;
    }

    private static String text(List<Mapped> mapped) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord("sha256", "x", "y", "predicted", "probability");
            for (Mapped one : mapped) {
                printer.printRecord(one.digest(), one.x(), one.y(), one.predicted(), one.probability());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<Mapped> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            List<Mapped> mapped = new ArrayList<>();
            for (CSVRecord row : parser.getRecords()) {
                if (row.size() != COLUMNS) {
                    throw damaged(file, "row " + row.getRecordNumber() + " is cut short");
                }
                if (row.getRecordNumber() > 1) {
                    mapped.add(new Mapped(
                            row.get(0),
                            Double.parseDouble(row.get(1)),
                            Double.parseDouble(row.get(2)),
                            row.get(3),
                            Double.parseDouble(row.get(4))));
                }
            }
            return mapped;
        } catch (IOException | NumberFormatException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static MedullaException damaged(Path file, String reason) {
        return MedullaException.data("The map " + file + " is damaged (" + reason
                + "): delete the file, and the experiment makes it again.");
    }
}
