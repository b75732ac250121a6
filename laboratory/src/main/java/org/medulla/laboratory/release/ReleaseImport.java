package org.medulla.laboratory.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.ImportSummary;
import org.medulla.archive.intake.Intake;
import org.medulla.archive.intake.RestoredAnnotation;
import org.medulla.archive.intake.RestoredCell;
import org.medulla.archive.intake.RestoredDecision;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;

/**
 * Brings a release back into an archive: cells with all that was known of them, their readings with readers and times as they were,
 * what was decided of them, the nomenclature that they were named by, the dataset version under its name and digest, and its splits. Nothing that is stored already is lost. Killed at any point and
 * run again, it goes on where it stopped.
 */
public final class ReleaseImport {
    private static final int BATCH = 1000;

    private final Archive archive;

    /** Brings releases into this archive. */
    public ReleaseImport(Archive archive) {
        this.archive = archive;
    }

    /** Whether a folder holds a finished release. */
    public static boolean isRelease(Path folder) {
        return ReleaseManifest.isIn(folder);
    }

    /**
     * Brings a release in.
     *
     * @throws MedullaException DATA when the release is damaged, or when cells of it are in the archive under another name, source,
     *     patient or smear; USER when its name is taken by another dataset version, or the nomenclature here grew otherwise
     */
    public ReleaseImportReport run(Path release, Progress progress) {
        Path folder = release.toAbsolutePath().normalize();
        ReleaseManifest manifest = ReleaseManifest.read(folder);
        requireTables(folder, manifest);
        ReleaseFacts facts = ReleaseFacts.read(folder);
        DatasetVersion version = facts.version();
        requireFree(version);
        SortedMap<String, CellsCsv.CellRow> cells = CellsCsv.read(folder);
        requireSame(cells, progress);
        Map<String, List<RestoredAnnotation>> annotations =
                byCell(folder.resolve("annotations.csv"), LabelReading::read);
        Map<String, List<RestoredDecision>> decisions = decisions(folder);
        List<RecordedChange> brought = archive.nomenclatures().bring(facts.growth());
        ImportSummary summary = cells(folder, facts, cells, annotations, decisions, progress);
        archive.datasets().restore(version, frozen(folder, version), facts.nomenclature());
        facts.splits()
                .forEach(split -> archive.splits().restore(version, SplitFile.read(folder, split), split.created()));
        return new ReleaseImportReport(
                version.name(),
                version.digest(),
                cells.size(),
                summary.cells(),
                annotations.values().stream().mapToLong(List::size).sum(),
                facts.splits().size(),
                brought);
    }

    private ImportSummary cells(
            Path folder,
            ReleaseFacts facts,
            SortedMap<String, CellsCsv.CellRow> cells,
            Map<String, List<RestoredAnnotation>> annotations,
            Map<String, List<RestoredDecision>> decisions,
            Progress progress) {
        Map<String, CellsCsv.CellRow> byPath = new HashMap<>();
        cells.values().forEach(cell -> byPath.put(cell.path(), cell));
        ImportPlan plan = new ImportPlan("release " + facts.version().name(), folder, "release", false);
        try (Intake intake = archive.intake(plan);
                PackedImages images = PackedImages.open(folder, facts, cells.values());
                Progress.Stage stage = progress.stage("Importing", cells.size())) {
            ReleasedImage reader = new ReleasedImage(intake, byPath, annotations, decisions);
            List<RestoredCell> batch = new ArrayList<>(BATCH);
            OrderedWork.onAllCores("Importing").run(images, reader::read, cell -> {
                batch.add(cell);
                if (batch.size() == BATCH) {
                    intake.restore(batch);
                    batch.clear();
                }
                stage.advance(1);
            });
            intake.restore(batch);
            reader.requireAll();
            return intake.finish();
        }
    }

    private static void requireTables(Path folder, ReleaseManifest manifest) {
        ReleaseFolder files = new ReleaseFolder(folder);
        manifest.digests().forEach((file, digest) -> {
            boolean table = file.endsWith(".csv") || file.startsWith("splits/") || file.equals(ReleaseFolder.FACTS);
            if (table && !(files.holds(file) && files.digestOf(file).equals(digest))) {
                throw MedullaException.data("The file " + file + " of the release in " + folder
                        + " is missing or changed: run `medulla release check " + folder
                        + "`, and take it from its origin"
                        + " again.");
            }
        });
    }

    private void requireFree(DatasetVersion version) {
        Optional<DatasetVersion> before = archive.datasets().find(version.name());
        if (before.isPresent() && !before.get().digest().equals(version.digest())) {
            throw MedullaException.user("There is another dataset \"" + version.name() + "\" in this home, frozen on "
                    + before.get().created()
                    + " with other cells or classes: import the release into another home with --home.");
        }
    }

    /** Compares cells that are here already, by all that the manifest of a dataset version tells. */
    private void requireSame(SortedMap<String, CellsCsv.CellRow> cells, Progress progress) {
        try (Progress.Stage stage = progress.stage("Looking up cells", cells.size())) {
            for (CellsCsv.CellRow row : cells.values()) {
                Optional<Cell> here = archive.cells().find(row.digest());
                if (here.isPresent() && !agrees(here.get(), row)) {
                    throw MedullaException.data("The image " + row.path()
                            + " of the release is in this home already, as cell "
                            + here.get().id().value() + ", under another file name, source, patient or smear ("
                            + here.get().fileName() + " of " + here.get().source()
                            + "): import the release into another home with --home.");
                }
                stage.advance(1);
            }
        }
    }

    private static boolean agrees(Cell cell, CellsCsv.CellRow row) {
        CellDetails details = row.details();
        return cell.fileName().equals(row.fileName())
                && cell.source().equals(row.source())
                && cell.details().patient().equals(details.patient())
                && cell.details().smear().equals(details.smear());
    }

    /** What was decided of the cells; older releases do not tell, and a newer one without its list was refused before. */
    private static Map<String, List<RestoredDecision>> decisions(Path folder) {
        Path file = folder.resolve(LabelDecision.FILE);
        return Files.isRegularFile(file) ? byCell(file, LabelDecision::read) : Map.of();
    }

    private static <T> Map<String, List<T>> byCell(Path file, Function<CsvLine, T> reader) {
        Map<String, List<T>> byCell = new HashMap<>();
        CsvFiles.read(
                file,
                line -> byCell.computeIfAbsent(line.require("sha256"), digest -> new ArrayList<>())
                        .add(reader.apply(line)));
        return byCell;
    }

    private List<FrozenCell> frozen(Path folder, DatasetVersion version) {
        List<FrozenCell> frozen = new ArrayList<>();
        CsvFiles.read(folder.resolve("dataset.csv"), line -> {
            Digest digest = line.parsed("sha256", Digest::new);
            Cell cell = archive.cells()
                    .find(digest)
                    .orElseThrow(() -> MedullaException.data("The dataset \"" + version.name() + "\" lists the image "
                            + digest + ", which is not in the release: take it from its origin again."));
            frozen.add(new FrozenCell(
                    frozen.size(),
                    cell.id(),
                    digest,
                    line.require("class"),
                    cell.fileName(),
                    cell.source(),
                    cell.details().patient(),
                    cell.details().smear()));
        });
        return frozen;
    }
}
