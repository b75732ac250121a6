package org.medulla.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellOrder;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.search.CellSearch;
import org.medulla.archive.search.Facet;
import org.medulla.archive.search.SearchLanguage;
import org.medulla.archive.search.SearchOrder;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/** What an archive does, wherever it is; each kind of place runs these tests. */
abstract class ArchiveContract {
    @TempDir
    Path folder;

    private Archive archive;

    /** A place with nothing in it. */
    abstract Place newPlace(Path home);

    @BeforeEach
    void fill() {
        archive = Archive.open(newPlace(folder.resolve("home")), FullArchive.clock());
        FullArchive.fill(archive, folder.resolve("files"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void everythingVerifiesAndIsThereWhenItIsOpenedAgain() {
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
        try (Archive again = Archive.open(archive.place())) {
            assertThat(again.stateDigest()).isEqualTo(archive.stateDigest());
            assertThat(again.cells().count(CellQuery.all())).isEqualTo(FullArchive.CELLS);
        }
    }

    @Test
    void itsStateIsThatOfTheSameCellsInAHome() {
        try (Archive other = Archive.open(Place.home(folder.resolve("other")), FullArchive.clock())) {
            FullArchive.fill(other, folder.resolve("files"));

            assertThat(archive.stateDigest()).isEqualTo(other.stateDigest());
            assertThat(archive.audit().last()).isEqualTo(other.audit().last());
        }
    }

    @Test
    void importingTheSameFilesAgainAddsNoCell() {
        FullArchive.importAgain(archive, folder.resolve("files"));

        assertThat(archive.cells().count(CellQuery.all())).isEqualTo(FullArchive.CELLS);
        assertThat(archive.annotations().of(new CellId(7))).hasSize(1);
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void namesAreOrderedByCodePointAndTheUnknownComeFirst() {
        List<String> names = namesBy(CellOrder.FILE_NAME, false);
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(null);
        assertThat(names).isEqualTo(sorted).startsWith("B_1.jpg").endsWith("ä_9.jpg");

        List<String> byPatient = namesBy(CellOrder.PATIENT, false);
        assertThat(byPatient.getFirst()).isEqualTo("B_1.jpg");
        assertThat(namesBy(CellOrder.PATIENT, true)).isEqualTo(byPatient.reversed());
    }

    @Test
    void cellsAreFoundByWhatIsKnownOfThem() {
        assertThat(archive.cells().count(CellQuery.all().ofPatient("P1"))).isEqualTo(2);
        assertThat(archive.cells().count(CellQuery.all().contradicted())).isOne();
        assertThat(archive.cells()
                        .page(
                                CellQuery.all()
                                        .fromSources(Set.of("published"))
                                        .ofDiagnosis("AML")
                                        .orderedBy(CellOrder.CLASS, true),
                                0)
                        .cells())
                .hasSize(5);
        assertThat(archive.cells().countsByClass(CellQuery.all()))
                .isEqualTo(Map.of("BLA", 4L, "EBO", 5L, "NGS", 5L, "LYT", 6L, "PMO", 2L, "MYB", 1L, "-", 1L));
        assertThat(archive.cells().sources()).containsExactly("published");
    }

    @Test
    void everyReadingKeepsWhoSaidItHowSurelyAndWhen() {
        List<Annotation> history = archive.annotations().of(new CellId(2));
        assertThat(history).hasSize(2);
        assertThat(history.getFirst().imported()).isTrue();
        Annotation review = history.getLast();
        assertThat(review.imported()).isFalse();
        assertThat(review.reading().seconds()).hasValue(2.5);
        assertThat(review.reading().blinded()).isFalse();
        assertThat(review.reading().model()).isPresent();
        assertThat(review.at()).isEqualTo(FullArchive.clock().instant());
        assertThat(archive.annotations().of(new CellId(3)).getLast().reading().reason())
                .contains("granules ☉");
        assertThat(archive.annotations().cellsReadBy("Dr. Weiß")).containsExactly(new CellId(1), new CellId(2));
    }

    @Test
    void sessionsDecisionsAndPredictionsAreGivenBack() {
        var session = archive.sessions().get("spring");
        assertThat(archive.sessions().cells(session)).containsExactly(new CellId(5), new CellId(1));
        assertThat(archive.sessions().readings(session).open("Dr. Weiß")).containsExactly(new CellId(5));
        assertThat(archive.decisions().of(session)).hasSize(2);
        assertThat(archive.decisions().of(new CellId(1))).singleElement().satisfies(decided -> {
            assertThat(decided.decision().certainty()).hasValue(0.25);
            assertThat(decided.decision().votes()).isEqualTo(Map.of("PMO", 1));
            assertThat(decided.session()).contains("spring");
        });
        assertThat(classOf(5)).isEqualTo(Decision.NO_CONSENSUS);
        assertThat(archive.predictions().newest(new CellId(2)).orElseThrow().oddness())
                .isEqualTo(1.2f);
    }

    @Test
    void datasetsSplitsAndModelsAreGivenBack() {
        var version = archive.datasets().get("all");
        assertThat(archive.datasets().cells(version)).hasSize(FullArchive.CELLS);
        assertThat(archive.datasets().computedDigest(version)).isEqualTo(version.digest());
        assertThat(archive.splits().newest(version).orElseThrow().split().folds())
                .hasSize(FullArchive.CELLS);
        var model = archive.models().newest().orElseThrow();
        assertThat(archive.models().bytes(model)).containsExactly(1, 2, 3);
        assertThat(archive.models().path(model)).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void aReadingIsFoundByTheSearchAtOnce() {
        CellSearch search = archive.search();
        assertThat(search.ids(SearchLanguage.parse("reader:\"dr. roth\""))).containsExactly(new CellId(3));
        assertThat(search.facets(SearchLanguage.parse("")).get(Facet.PREDICTION))
                .containsEntry("BLA", 1)
                .containsEntry("PMO", 1);

        archive.annotations().add(Reading.of(new CellId(9), "Dr. Roth", "EOS"));

        assertThat(search.ids(SearchLanguage.parse("class:EOS"))).containsExactly(new CellId(9));
        assertThat(search.page(SearchLanguage.parse("disputed:yes"), SearchOrder.IMPORTED, true, 0, 10)
                        .cells())
                .extracting(cell -> cell.id().value())
                .startsWith(9L);
    }

    @Test
    void aReadingOfNoCellIsRefusedAndNothingIsStored() {
        var last = archive.audit().last();
        assertThatThrownBy(() -> archive.annotations()
                        .addAll(List.of(
                                Reading.of(new CellId(1), "Dr. Roth", "EOS"),
                                Reading.of(new CellId(999), "Dr. Roth", "EOS"))))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("There is no cell 999");
        assertThat(archive.audit().last()).isEqualTo(last);
        assertThat(classOf(1)).isEqualTo("PMO");
    }

    @Test
    void oneImportAtATime() {
        ImportPlan plan = new ImportPlan("other", folder, "published", false);
        try (Archive elsewhere = Archive.open(archive.place());
                var running = archive.intake(plan)) {
            assertThat(running.resumed()).isFalse();
            assertThatThrownBy(() -> elsewhere.intake(plan))
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining("Another import is running");
        }
        try (var later = archive.intake(plan)) {
            assertThat(later.resumed()).isTrue();
        }
    }

    private String classOf(long cell) {
        return archive.cells().find(new CellId(cell)).map(Cell::classCode).orElse("");
    }

    private List<String> namesBy(CellOrder order, boolean descending) {
        return archive.cells().page(CellQuery.all().orderedBy(order, descending), 0).cells().stream()
                .map(Cell::fileName)
                .toList();
    }
}
