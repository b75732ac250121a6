package org.medulla.laboratory.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureHistory;

/**
 * Checks a copy of a release: every digest, no file missing and none too many, every image where its cell says, and that the lists
 * agree with one another. Needs nothing but the folder.
 */
public final class ReleaseCheck {
    private final Path folder;
    private final List<ReleaseFinding> findings = new ArrayList<>();

    private ReleaseCheck(Path folder) {
        this.folder = folder;
    }

    /**
     * Checks a copy.
     *
     * @throws MedullaException DATA when there is no manifest that could be read
     */
    public static ReleaseCheckReport check(Path folder, Progress progress) {
        return new ReleaseCheck(folder.toAbsolutePath().normalize()).run(progress);
    }

    private ReleaseCheckReport run(Progress progress) {
        ReleaseManifest manifest = ReleaseManifest.read(folder);
        files(manifest, progress);
        SortedMap<String, CellsCsv.CellRow> cells = new TreeMap<>();
        inside(CroissantJson.FILE, () -> new CroissantCheck(manifest, this::found).run(folder));
        inside(CellsCsv.FILE, () -> cells.putAll(CellsCsv.read(folder)));
        inside(ReleaseFolder.FACTS, () -> {
            ReleaseFacts facts = ReleaseFacts.read(folder);
            dataset(facts, manifest, cells);
            classes(facts, cells);
            facts.splits().forEach(split -> split(split, manifest, cells));
            labels("annotations.csv", cells, LabelReading::read);
            labels(LabelDecision.FILE, cells, LabelDecision::read);
            if (facts.form() == ReleaseForm.FOLDER) {
                imageFiles(manifest, cells);
            } else {
                packedImages(facts, cells, progress);
            }
        });
        return new ReleaseCheckReport(manifest.digests().size(), cells.size(), findings);
    }

    private void files(ReleaseManifest manifest, Progress progress) {
        List<String> present = ReleaseFolder.files(folder);
        try (Progress.Stage stage =
                progress.stage("Checking files", manifest.digests().size())) {
            ReleaseFolder files = new ReleaseFolder(folder);
            manifest.digests().forEach((file, digest) -> {
                if (!files.holds(file)) {
                    found(file, "is missing");
                } else if (!files.digestOf(file).equals(digest)) {
                    found(file, "is not what the manifest says: its SHA-256 is another");
                }
                stage.advance(1);
            });
        }
        for (String file : present) {
            if (!file.equals(ReleaseFolder.MANIFEST) && manifest.of(file).isEmpty()) {
                found(file, "is not part of the release");
            }
        }
    }

    private void dataset(ReleaseFacts facts, ReleaseManifest manifest, SortedMap<String, CellsCsv.CellRow> cells) {
        same("dataset.csv", facts.version().digest(), manifest);
        if (cells.size() != facts.version().cells()) {
            found(
                    CellsCsv.FILE,
                    "lists " + cells.size() + " cells, but the dataset version has "
                            + facts.version().cells());
        }
        Map<String, String> classes = new HashMap<>();
        inside(
                "dataset.csv",
                () -> CsvFiles.read(
                        folder.resolve("dataset.csv"),
                        line -> classes.put(line.require("sha256"), line.require("class"))));
        cells.forEach((digest, cell) -> {
            if (!cell.classCode().equals(classes.get(digest))) {
                found(CellsCsv.FILE, "says another class of the image " + digest + " than dataset.csv");
            }
        });
    }

    private void classes(ReleaseFacts facts, SortedMap<String, CellsCsv.CellRow> cells) {
        NomenclatureHistory history = NomenclatureHistory.standard();
        try {
            for (RecordedChange recorded : facts.growth()) {
                history = history.with(recorded.change());
            }
        } catch (MedullaException e) {
            found(ReleaseFolder.FACTS, "tells of a nomenclature that cannot be made so: " + e.getMessage());
            return;
        }
        if (!facts.growth().isEmpty() && !history.current().version().equals(facts.nomenclature())) {
            found(ReleaseFolder.FACTS, "tells of changes that do not lead to the nomenclature that it names");
        }
        Nomenclature nomenclature = history.current();
        Set<String> unknown = new TreeSet<>();
        cells.values().stream()
                .map(CellsCsv.CellRow::classCode)
                .filter(code -> nomenclature.known(code).isEmpty())
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            found(CellsCsv.FILE, "names classes that its nomenclature does not have: " + String.join(", ", unknown));
        }
    }

    private void split(
            ReleaseFacts.SplitFacts split, ReleaseManifest manifest, SortedMap<String, CellsCsv.CellRow> cells) {
        same(split.file(), split.digest(), manifest);
        inside(split.file(), () -> {
            for (String digest : SplitFile.read(folder, split).folds().keySet()) {
                if (!cells.containsKey(digest)) {
                    found(split.file(), "deals the image " + digest + ", which is not in cells.csv");
                }
            }
        });
    }

    private void labels(String file, SortedMap<String, CellsCsv.CellRow> cells, Consumer<CsvLine> look) {
        inside(
                file,
                () -> CsvFiles.read(folder.resolve(file), line -> {
                    look.accept(line);
                    if (!cells.containsKey(line.require("sha256"))) {
                        found(file, "names the image " + line.require("sha256") + ", which is not in cells.csv");
                    }
                }));
    }

    private void imageFiles(ReleaseManifest manifest, SortedMap<String, CellsCsv.CellRow> cells) {
        cells.forEach((digest, cell) -> {
            if (manifest.of(cell.path()).filter(cell.digest()::equals).isEmpty()) {
                found(cell.path(), "is not the image of the cell that cells.csv says it is");
            }
        });
        long images = manifest.digests().keySet().stream()
                .filter(file -> file.startsWith("images/"))
                .count();
        if (images != cells.size()) {
            found(ReleaseFolder.MANIFEST, "lists " + images + " images for " + cells.size() + " cells");
        }
    }

    private void packedImages(ReleaseFacts facts, SortedMap<String, CellsCsv.CellRow> cells, Progress progress) {
        Map<String, Digest> expected = new HashMap<>();
        cells.values().forEach(cell -> expected.put(cell.path(), cell.digest()));
        try (Progress.Stage stage = progress.stage("Checking images", cells.size())) {
            for (String part : facts.parts()) {
                inside(part, () -> {
                    try (PackedImages images =
                            PackedImages.open(folder, facts.withParts(List.of(part)), cells.values())) {
                        while (images.hasNext()) {
                            PackedImage image = images.next();
                            Digest wanted = expected.remove(image.path());
                            if (wanted == null) {
                                found(
                                        part,
                                        "holds the image " + image.path()
                                                + ", which is not in cells.csv or came before");
                            } else if (!wanted.equals(image.digest())) {
                                found(
                                        part,
                                        "holds another image under the name " + image.path() + " than cells.csv says");
                            }
                            stage.advance(1);
                        }
                    }
                });
            }
        }
        expected.keySet().stream().sorted().forEach(path -> found(path, "is in none of the shards"));
    }

    private void same(String file, Digest wanted, ReleaseManifest manifest) {
        if (manifest.of(file).filter(wanted::equals).isEmpty()) {
            found(file, "has another SHA-256 in the manifest than release.json says");
        }
    }

    /** Looks inside a file; what cannot be read is a finding, told once. */
    private void inside(String file, Runnable look) {
        if (!Files.isRegularFile(folder.resolve(file))) {
            return;
        }
        try {
            look.run();
        } catch (MedullaException e) {
            switch (e.code()) {
                case DATA -> found(file, "cannot be read: " + e.getMessage());
                case USER, RESOURCES, INTERNAL -> throw e;
            }
        }
    }

    private void found(String file, String words) {
        findings.add(new ReleaseFinding(file, words));
    }
}
