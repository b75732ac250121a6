package org.medulla.archive.nomenclature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.LayoutEntry;
import org.medulla.archive.layout.Layouts;
import org.medulla.archive.layout.SetAside;
import org.medulla.archive.patch.Correction;
import org.medulla.archive.patch.LabelPatch;
import org.medulla.archive.search.CellSearch;
import org.medulla.archive.search.SearchLanguage;
import org.medulla.archive.verification.Finding;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Lineage;
import org.medulla.cytology.nomenclature.NomenclatureChange;

class NomenclaturesTest {
    private static final NomenclatureChange MGK = new NomenclatureChange.Added(named("MGK", Lineage.MEGAKARYOCYTIC));
    private static final NomenclatureChange MERGE =
            new NomenclatureChange.Merged(List.of("LYI", "LYT"), "LYT", Optional.empty());
    private static final NomenclatureChange BACK =
            new NomenclatureChange.Split("LYT", List.of("LYT", "LYI"), List.of());

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void fill() {
        archive = Archive.open(folder.resolve("home"));
        Synthetic.importAll(archive, plan(), files("LYT", 4), 10);
        Synthetic.importAll(archive, plan(), files("LYI", 3), 10);
        Synthetic.importAll(archive, plan(), files("BLA", 2), 10);
    }

    @AfterEach
    void close() {
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
        archive.close();
    }

    @Test
    void aHomeBeginsWithTheStandardNomenclature() {
        assertThat(archive.nomenclature().version()).isEqualTo("marrow-1");
        assertThat(archive.nomenclatures().changes()).isEmpty();
    }

    @Test
    void aChangeIsKeptWithItsAuthorReasonAndVersion() {
        RecordedChange recorded = add(MGK);
        assertThat(archive.nomenclatures().changes()).containsExactly(recorded);
        assertThat(recorded.author()).isEqualTo("Dr. Weiß");
        assertThat(recorded.reason()).contains("seen often");
        assertThat(archive.nomenclature().version())
                .isEqualTo(recorded.version())
                .startsWith("marrow-1+1.");
        assertThat(archive.audit().last().orElseThrow().subject()).isEqualTo("added MGK");
    }

    @Test
    void mergedCellsShowAsTheOneClassAndTheirReadingsStay() {
        add(MERGE);
        assertThat(counts()).isEqualTo(Map.of("LYT", 7L, "BLA", 2L));
        assertThat(archive.annotations().of(new CellId(5)))
                .extracting(Annotation::classCode)
                .containsExactly("LYI");
    }

    @Test
    void takingAMergeBackGivesCellsWhatWasWrittenDownForThem() {
        add(MERGE);
        archive.annotations().add(Reading.of(new CellId(6), "Dr. Roth", "BLA"));
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Roth", "LYI"));
        add(BACK);
        assertThat(counts()).isEqualTo(Map.of("LYT", 3L, "LYI", 3L, "BLA", 3L));
    }

    @Test
    void aSplitClassKeepsItsCellsUntilTheyAreReadAgain() {
        add(new NomenclatureChange.Split(
                "LYT", List.of("LYB", "LYC"), List.of(named("LYB", Lineage.LYMPHOID), named("LYC", Lineage.LYMPHOID))));
        assertThat(counts()).containsEntry("LYT", 4L);
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Roth", "LYB"));
        assertThat(counts()).containsEntry("LYT", 3L).containsEntry("LYB", 1L);
    }

    @Test
    void anOlderDatasetKeepsItsManifestAndNamesTheNomenclatureItWasMadeWith() {
        DatasetVersion before = archive.datasets().freeze("before", CellQuery.all());
        byte[] manifest = archive.datasets().manifest(before);
        RecordedChange merge = add(MERGE);
        DatasetVersion after = archive.datasets().freeze("after", CellQuery.all());
        assertThat(archive.datasets().manifest(before)).isEqualTo(manifest);
        assertThat(archive.datasets().computedDigest(before)).isEqualTo(before.digest());
        assertThat(archive.datasets().nomenclature(before)).isEqualTo("marrow-1");
        assertThat(archive.datasets().nomenclature(after)).isEqualTo(merge.version());
        assertThat(archive.datasets().cells(before))
                .anyMatch(cell -> cell.classCode().equals("LYI"));
        assertThat(archive.datasets().cells(after))
                .noneMatch(cell -> cell.classCode().equals("LYI"));
        assertThat(archive.datasets().freeze("after", CellQuery.all()).digest()).isEqualTo(after.digest());
    }

    @Test
    void aFolderOfANewClassIsSetAsideUntilTheClassIsThere() {
        Path tree = folder.resolve("tree");
        Synthetic.file(tree, "BLA", "BLA_1.jpg", "a blast");
        Synthetic.file(tree, "MGK", "MGK_1.jpg", "a giant");
        assertThat(entries(Layouts.of(archive.nomenclature()).detect(tree)))
                .anyMatch(entry ->
                        entry instanceof SetAside aside && aside.words().contains("\"MGK\""));
        add(MGK);
        assertThat(entries(Layouts.of(archive.nomenclature()).detect(tree))).allMatch(LabelledFile.class::isInstance);
    }

    @Test
    void filesOfAMergedClassAreTakenAsTheyAreFiledAndShowAsTheOther() {
        add(MERGE);
        List<LabelledFile> late = List.of(Synthetic.file(folder.resolve("late"), "LYI", "late.jpg", "late"));
        Synthetic.importAll(archive, plan(), late, 10);
        Synthetic.importAll(
                archive, plan(), List.of(Synthetic.file(folder.resolve("late"), "LYT", "again.jpg", "late")), 10);
        assertThat(counts()).containsEntry("LYT", 8L).doesNotContainKey("LYI");
        assertThat(archive.cells().find(new CellId(10)).orElseThrow().contradicted())
                .isFalse();
    }

    @Test
    void searchFollowsAtOnceAndDoesNotDisputeWhatIsOneClassNow() {
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Roth", "LYI"));
        CellSearch search = archive.search();
        assertThat(search.count(SearchLanguage.parse("class:LYI"))).isEqualTo(4);
        assertThat(search.count(SearchLanguage.parse("disputed:yes"))).isOne();
        add(MERGE);
        assertThatThrownBy(() -> search.count(SearchLanguage.parse("class:LYI")))
                .hasMessageContaining("merged into LYT");
        assertThat(search.count(SearchLanguage.parse("class:LY*"))).isEqualTo(7);
        assertThat(search.count(SearchLanguage.parse("class:LYT"))).isEqualTo(7);
        assertThat(search.count(SearchLanguage.parse("disputed:yes"))).isZero();
        add(MGK);
        archive.annotations().add(Reading.of(new CellId(2), "Dr. Roth", "MGK"));
        assertThat(search.count(SearchLanguage.parse("lineage:megakaryocytic"))).isOne();
    }

    @Test
    void aPatchOfAMergedClassStillFinds() {
        Digest image = archive.cells().find(new CellId(5)).orElseThrow().digest();
        DatasetVersion before = archive.datasets().freeze("before", CellQuery.all());
        add(MERGE);
        assertThat(archive.patching()
                        .since(archive.datasets().cells(before), "nothing but a merge")
                        .corrections())
                .isEmpty();
        LabelPatch patch =
                new LabelPatch("old", List.of(new Correction(image, "LYI", "BLA", Map.of(), Optional.empty())));
        assertThat(archive.patching().apply(patch).changed()).isOne();
        assertThat(counts()).containsEntry("BLA", 3L);
    }

    @Test
    void aPatchWithAClassThatWasNeverAddedHereIsRefused() {
        Digest image = archive.cells().find(new CellId(1)).orElseThrow().digest();
        LabelPatch patch =
                new LabelPatch("foreign", List.of(new Correction(image, "LYT", "MGK", Map.of(), Optional.empty())));
        assertThatThrownBy(() -> archive.patching().apply(patch)).hasMessageContaining("no cell class \"MGK\"");
        add(MGK);
        assertThat(archive.patching().apply(patch).changed()).isOne();
    }

    @Test
    void changesOfAnotherHomeAreBroughtOnceAndInTheirOrder() {
        add(MGK);
        add(MERGE);
        add(BACK);
        List<RecordedChange> theirs = archive.nomenclatures().changes();
        try (Archive other = Archive.open(folder.resolve("other"))) {
            assertThat(other.nomenclatures().bring(theirs)).hasSize(3);
            assertThat(other.nomenclatures().bring(theirs)).isEmpty();
            assertThat(other.nomenclatures().changes()).isEqualTo(theirs);
            assertThat(other.nomenclature().version())
                    .isEqualTo(archive.nomenclature().version());
            assertThat(other.verify(Progress.silent()).findings()).isEmpty();
        }
    }

    @Test
    void anotherMeaningOfACodeIsNotBrought() {
        List<RecordedChange> theirs = List.of(add(MGK));
        try (Archive other = Archive.open(folder.resolve("other"))) {
            other.nomenclatures()
                    .add(new NomenclatureChange.Added(named("MGK", Lineage.UNCOUNTED)), "Dr. Roth", Optional.empty());
            assertThatThrownBy(() -> other.nomenclatures().bring(theirs))
                    .hasMessageContaining("grew otherwise")
                    .hasMessageContaining("MGK");
            assertThat(other.nomenclatures().changes()).hasSize(1);
        }
    }

    @Test
    void aChangeThatIsRefusedLeavesNothing() {
        assertThatThrownBy(() -> add(new NomenclatureChange.Merged(List.of("LYT"), "LYT", Optional.empty())))
                .hasMessageContaining("merged into itself");
        assertThat(archive.nomenclatures().changes()).isEmpty();
    }

    @Test
    void anEditedChangeAndAWrongMapAreFound() throws SQLException {
        add(MERGE);
        change("update nomenclature_change set code = 'LYI'");
        assertThat(archive.verify(Progress.silent()).findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.EDITED_ROW, Finding.Kind.CHANGED_NOMENCLATURE, Finding.Kind.WRONG_INDEX);
        change("update nomenclature_change set code = 'LYT'");
        change("delete from class_map");
        assertThat(archive.verify(Progress.silent()).findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.WRONG_INDEX);
        change("insert into class_map values ('LYI', 'LYT')");
    }

    @Test
    void theStateOfAHomeTellsWhetherItsNomenclatureGrew() {
        Digest before = archive.stateDigest();
        add(MGK);
        assertThat(archive.stateDigest()).isNotEqualTo(before);
    }

    private Map<String, Long> counts() {
        return Map.copyOf(archive.cells().countsByClass(CellQuery.all()));
    }

    private RecordedChange add(NomenclatureChange change) {
        return archive.nomenclatures().add(change, "Dr. Weiß", Optional.of("seen often"));
    }

    private List<LabelledFile> files(String code, int number) {
        List<LabelledFile> files = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            files.add(Synthetic.file(folder.resolve("files"), code, code + "_" + i + ".jpg", code + " " + i));
        }
        return files;
    }

    private ImportPlan plan() {
        return new ImportPlan("here", folder, "folders", false);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + archive.home().resolve("medulla.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<LayoutEntry> entries(Layout layout) {
        try (Stream<LayoutEntry> entries = layout.entries()) {
            return entries.toList();
        }
    }

    private static CellClass named(String code, Lineage lineage) {
        return new CellClass(
                code, "Cell " + code, lineage, OptionalInt.empty(), false, false, Set.of(), Optional.empty());
    }
}
