package org.medulla.laboratory.nomenclature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Place;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.archive.search.SearchLanguage;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Lineage;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import org.medulla.laboratory.counting.SmearCount;
import org.medulla.laboratory.dataset.Splitting;
import org.medulla.laboratory.evaluation.EvaluationFolder;
import org.medulla.laboratory.evaluation.ModelEvaluation;
import org.medulla.laboratory.evaluation.ModelEvaluator;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.laboratory.intake.IntakeReport;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.release.Licences;
import org.medulla.laboratory.release.ReleaseCheck;
import org.medulla.laboratory.release.ReleaseForm;
import org.medulla.laboratory.release.ReleaseImport;
import org.medulla.laboratory.release.ReleaseImportReport;
import org.medulla.laboratory.release.ReleaseRequest;
import org.medulla.laboratory.release.ReleaseWriter;
import org.medulla.laboratory.training.TrainingRequest;
import org.medulla.laboratory.training.TrainingRuns;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;
import org.medulla.vision.training.Device;
import org.medulla.vision.training.Length;
import tools.jackson.databind.JsonNode;

/** A home whose nomenclature grows, from the first import to a release and back; nothing here says how good a network is. */
class NomenclatureJourneyTest {
    private static final String OLD = "old";
    private static final String NEW = "new";
    private static final String MERGED = "merged";
    private static final int GIANTS = 20;

    @TempDir
    static Path folder;

    private static Archive archive;
    private static IntakeReport before;
    private static IntakeReport after;
    private static byte[] oldManifest;
    private static Path oldRelease;

    @BeforeAll
    static void grow() throws IOException {
        Path phantoms = folder.resolve("phantoms");
        Phantoms.draw(new PhantomPlan(420, 12, 1), phantoms, Progress.silent());
        Path tree = folder.resolve("tree");
        arrange(phantoms, tree);
        archive = Archive.open(folder.resolve("home"));
        before = take(tree);
        archive.datasets().freeze(OLD, CellQuery.all());
        split(OLD);
        oldManifest = archive.datasets().manifest(archive.datasets().get(OLD));
        oldRelease = release(OLD);
        train(OLD);

        archive.nomenclatures()
                .add(
                        new NomenclatureChange.Added(new CellClass(
                                "MGK",
                                "Megakaryocyte",
                                Lineage.MEGAKARYOCYTIC,
                                OptionalInt.empty(),
                                false,
                                false,
                                Set.of(),
                                Optional.empty())),
                        "Dr. Weiß",
                        Optional.empty());
        after = take(tree);
        archive.annotations().add(Reading.of(cell("ART"), "Dr. Weiß", "MGK"));
        archive.datasets().freeze(NEW, CellQuery.all());
        split(NEW);
        train(NEW);
    }

    @AfterAll
    static void close() {
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
        archive.close();
    }

    @Test
    void aFolderOfAClassThatIsNotThereIsSetAsideAndTakenOnceItIs() {
        assertThat(before.reasons()).containsEntry("unknown class", (long) GIANTS);
        assertThat(after.summary().cells()).isEqualTo(GIANTS);
        assertThat(after.reasons()).isEmpty();
        assertThat(archive.search().count(SearchLanguage.parse("class:MGK"))).isEqualTo(GIANTS + 1);
        assertThat(archive.search().count(SearchLanguage.parse("lineage:megakaryocytic")))
                .isEqualTo(GIANTS + 1);
    }

    @Test
    void aModelKnowsTheNewClassAndItsFileSaysWhatItIs() throws IOException {
        try (OpenModel model = open("new-sequential-fold0")) {
            assertThat(model.classes()).contains("MGK");
            assertThat(model.file().description().nomenclature().of("MGK").counted())
                    .isFalse();
            assertThat(model.file().card()).contains("MGK (Megakaryocyte)");
            ModelEvaluation evaluation = new ModelEvaluator(model, "test").onFold(archive, NEW, 0, Progress.silent());
            assertThat(evaluation.scores().truths()).contains("MGK");
            Path html = EvaluationFolder.write(evaluation, folder.resolve("report"));
            assertThat(Files.readString(html)).contains("Megakaryocyte");
        }
    }

    @Test
    void megakaryocytesAreNotedBesideTheDifferentialAndNeverInIt() {
        try (OpenModel model = open("new-sequential-fold0")) {
            SmearCount count = SmearCount.of(model, images("MGK", "EBO", "NGS"), List.of(), Progress.silent());
            assertThat(count.differential().classes())
                    .noneMatch(one -> one.cellClass().code().equals("MGK"));
            assertThat(count.notNamed()).doesNotContain("MGK");
        }
    }

    @Test
    void anOlderModelIsEvaluatedOnTheNewerDatasetAndSaysWhatItCannotKnow() {
        try (OpenModel model = open("old-sequential-fold0")) {
            ModelEvaluation evaluation = new ModelEvaluator(model, "test").onFold(archive, NEW, 0, Progress.silent());
            assertThat(evaluation.cautions())
                    .anyMatch(caution -> caution.startsWith("Of MGK the model's nomenclature (marrow-1) knew nothing"));
            assertThat(evaluation.evaluation().foreign())
                    .anyMatch(score -> score.code().equals("MGK"));
        }
    }

    @Test
    void aReleaseBringsTheNomenclatureAlongAndOlderOnesStayWhatTheyAre() throws IOException {
        Path release = release(NEW);
        assertThat(ReleaseCheck.check(release, Progress.silent()).findings()).isEmpty();
        JsonNode facts = Json.read(release.resolve("release.json"));
        assertThat(facts.path("format").asInt()).isEqualTo(2);
        assertThat(facts.path("nomenclature_changes")).hasSize(1);
        assertThat(Files.readString(release.resolve("abbreviations.csv"))).contains("MGK,Megakaryocyte,");
        try (Archive empty = Archive.open(folder.resolve("empty"))) {
            ReleaseImportReport report = new ReleaseImport(empty).run(release, Progress.silent());
            assertThat(report.brought()).hasSize(1);
            assertThat(empty.nomenclature().version())
                    .isEqualTo(archive.nomenclatures().history().after(1).version());
            assertThat(empty.cells().countsByClass(CellQuery.all())).containsEntry("MGK", GIANTS + 1L);
            assertThat(empty.datasets().get(NEW)).isEqualTo(archive.datasets().get(NEW));
            assertThat(empty.datasets().nomenclature(empty.datasets().get(NEW)))
                    .isEqualTo(empty.nomenclature().version());
            new ReleaseImport(empty).run(release, Progress.silent());
            assertThat(empty.nomenclatures().changes()).hasSize(1);
            assertThat(empty.verify(Progress.silent()).findings()).isEmpty();
        }
        assertThat(release(OLD + "-again", OLD))
                .satisfies(again -> assertThat(Files.readString(again.resolve("manifest-sha256.txt")))
                        .isEqualTo(Files.readString(oldRelease.resolve("manifest-sha256.txt"))));
    }

    @Test
    void afterASplitAndAMergeOldDatasetsModelsAndReleasesStillWork() throws IOException {
        try (Archive home = copyOfHome()) {
            home.nomenclatures()
                    .add(
                            NomenclatureChange.Split.of(
                                    home.nomenclature(), "LYT", List.of("LYB", "LYC"), Map.of("LYB", "B lymphocyte")),
                            "Dr. Weiß",
                            Optional.empty());
            home.nomenclatures()
                    .add(
                            NomenclatureChange.Merged.of(
                                    home.nomenclature(), List.of("NGB", "NGS"), "NEU", Optional.of("Neutrophil")),
                            "Dr. Weiß",
                            Optional.empty());
            DatasetVersion merged = home.datasets().freeze(MERGED, CellQuery.all());
            assertThat(home.datasets().cells(merged))
                    .noneMatch(cell -> cell.classCode().startsWith("NG"))
                    .anyMatch(cell -> cell.classCode().equals("NEU"));
            new Splitting(home).deal(MERGED, 3, 1, Optional.of(SplitUnit.CELL));
            assertThat(home.datasets().manifest(home.datasets().get(OLD))).isEqualTo(oldManifest);
            try (OpenModel old = new ModelShelf(Place.home(home.home()))
                    .named("old-sequential-fold0")
                    .open()) {
                ModelEvaluation asEver = new ModelEvaluator(old, "test").onFold(home, OLD, 0, Progress.silent());
                assertThat(asEver.scores().classes()).isEqualTo(old.classes());
                ModelEvaluation mapped = new ModelEvaluator(old, "test").onFold(home, MERGED, 0, Progress.silent());
                assertThat(mapped.scores().classes()).contains("NEU").doesNotContain("NGB", "NGS");
                assertThat(mapped.cautions()).anyMatch(caution -> caution.startsWith("NGB, NGS were merged into NEU"));
                EvaluationFolder.write(mapped, folder.resolve("mapped"));
            }
            Path release = release(home, folder.resolve("merged-release"), MERGED);
            assertThat(ReleaseCheck.check(release, Progress.silent()).findings())
                    .isEmpty();
            assertThat(ReleaseCheck.check(oldRelease, Progress.silent()).findings())
                    .isEmpty();
            new ReleaseImport(home).run(oldRelease, Progress.silent());
            try (Archive empty = Archive.open(folder.resolve("empty-merged"))) {
                assertThat(new ReleaseImport(empty)
                                .run(release, Progress.silent())
                                .brought())
                        .hasSize(3);
                assertThat(empty.cells().countsByClass(CellQuery.all()))
                        .isEqualTo(home.cells().countsByClass(CellQuery.all()));
                assertThat(empty.verify(Progress.silent()).findings()).isEmpty();
            }
            assertThat(home.verify(Progress.silent()).findings()).isEmpty();
        }
    }

    private static Archive copyOfHome() throws IOException {
        Path copy = folder.resolve("copy");
        copy(archive.home(), copy);
        return Archive.open(copy);
    }

    /** A folder for each class; some segmented neutrophils stand in for megakaryocytes, which nobody draws. */
    private static void arrange(Path phantoms, Path tree) throws IOException {
        for (String code : Nomenclature.standard().codes()) {
            if (Files.isDirectory(phantoms.resolve(code))) {
                copy(phantoms.resolve(code), Files.createDirectories(tree.resolve(code)));
            }
        }
        Path giants = Files.createDirectories(tree.resolve("MGK"));
        try (Stream<Path> neutrophils = Files.list(tree.resolve("NGS"))) {
            for (Path path : neutrophils.sorted().limit(GIANTS).toList()) {
                Files.move(path, giants.resolve(path.getFileName().toString().replace("NGS", "MGK")));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static IntakeReport take(Path tree) {
        Layout layout = Layouts.of(archive.nomenclature()).detect(tree);
        return new ImageIntake(archive)
                .run(new ImportPlan("phantoms", layout.root(), layout.name(), false), layout, Progress.silent());
    }

    private static void split(String dataset) {
        new Splitting(archive).deal(dataset, 3, 1, Optional.of(SplitUnit.CELL));
    }

    private static void train(String dataset) {
        new TrainingRuns(archive, "test", InstantSource.fixed(Instant.EPOCH), _ -> {})
                .run(
                        new TrainingRequest(
                                dataset,
                                OptionalInt.of(0),
                                Architecture.of("sequential"),
                                Optional.empty(),
                                Optional.of(32),
                                Optional.of(new Length.Epochs(1)),
                                Optional.empty(),
                                Device.AUTO,
                                1),
                        false,
                        Progress.silent());
    }

    private static OpenModel open(String name) {
        return new ModelShelf(archive.place()).named(name).open();
    }

    private static CellId cell(String code) {
        List<Cell> cells = archive.cells()
                .page(CellQuery.all().ofClasses(List.of(code)), 0)
                .cells();
        return cells.getFirst().id();
    }

    private static List<Path> images(String... codes) {
        return Stream.of(codes)
                .flatMap(code -> archive.cells().page(CellQuery.all().ofClasses(List.of(code)), 0).cells().stream())
                .filter(cell -> Files.exists(cell.path()))
                .map(Cell::path)
                .toList();
    }

    private static Path release(String dataset) {
        return release(dataset, dataset);
    }

    private static Path release(String name, String dataset) {
        return release(archive, folder.resolve(name + "-release"), dataset);
    }

    private static Path release(Archive home, Path out, String dataset) {
        new ReleaseWriter(home)
                .write(
                        new ReleaseRequest(
                                dataset,
                                out,
                                ReleaseForm.FOLDER,
                                Optional.empty(),
                                Optional.empty(),
                                Licences.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                ReleaseRequest.USUAL_SHARD,
                                "test"),
                        Progress.silent());
        return out;
    }
}
