package org.medulla.archive.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.annotation.Certainty;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.prediction.Prediction;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.dataset.Splitter;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/** Cells 1 to 6 from the marrow (BLA, PMO, LYT, BLA, PMO, LYT; patients A and B), 7 to 9 from blood (EOS). */
class CellSearchTest {
    @TempDir
    Path folder;

    private Archive archive;
    private CellSearch search;

    @BeforeEach
    void fill() {
        archive = Archive.open(folder.resolve("home"));
        List<LabelledFile> marrow = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            LabelledFile file = Synthetic.file(
                    folder.resolve("marrow"), List.of("BLA", "PMO", "LYT").get(i % 3), i + ".jpg", "marrow " + i);
            marrow.add(new LabelledFile(
                    file.path(),
                    file.classCode(),
                    Optional.empty(),
                    new CellDetails(
                            Optional.of(i < 4 ? "A" : "B"),
                            Optional.empty(),
                            Optional.of(i < 4 ? "AML, M3" : "none"),
                            Optional.of("Pappenheim"),
                            Optional.empty(),
                            OptionalDouble.empty(),
                            Map.of())));
        }
        importAs("marrow", marrow);
        List<LabelledFile> blood = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            blood.add(Synthetic.file(folder.resolve("blood"), "EOS", i + ".jpg", "blood " + i));
        }
        importAs("blood", blood);
        search = archive.search();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void everyFacetFindsItsCells() {
        assertThat(found("class:bla,pmo")).containsExactly(1L, 2L, 4L, 5L);
        assertThat(found("lineage:lymphoid OR source:blood")).containsExactly(3L, 6L, 7L, 8L, 9L);
        assertThat(found("patient:a -class:BLA")).containsExactly(2L, 3L);
        assertThat(found("diagnosis:\"AML, M3\" class:PMO")).containsExactly(2L);
        assertThat(found("diagnosis:aml* class:PMO")).containsExactly(2L);
        assertThat(found("-has:patient")).containsExactly(7L, 8L, 9L);
        assertThat(found("stain:Pappenheim (class:LYT OR patient:B)")).containsExactly(3L, 5L, 6L);
        assertThat(found("date:>=2020")).hasSize(9);
        assertThat(found("date:<2020")).isEmpty();
        assertThat(found("")).hasSize(9);
        assertThat(found("scanner:x")).isEmpty();
        assertThat(found("class:HAC")).isEmpty();
    }

    @Test
    void aClassThatTheNomenclatureDoesNotHaveIsToldApartFromOneWithoutCells() {
        assertThatThrownBy(() -> found("class:XXX"))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("no cell class \"XXX\"");
    }

    @Test
    void whatReadersSayAndDecideIsFoundAtOnce() {
        assertThat(found("disputed:yes")).isEmpty();
        archive.annotations()
                .add(new Reading(
                        new CellId(1),
                        "Dr. Weiß",
                        "MYB",
                        Optional.empty(),
                        Optional.of(Certainty.LIKELY),
                        OptionalDouble.empty(),
                        false,
                        Optional.empty()));
        assertThat(found("disputed:yes")).containsExactly(1L);
        assertThat(found("class:MYB")).containsExactly(1L);
        assertThat(found("reader:\"dr. weiß\" certainty:likely")).containsExactly(1L);
        assertThat(found("class:BLA")).containsExactly(4L);
    }

    @Test
    void anotherImportIsFoundToo() {
        assertThat(found("class:EBO")).isEmpty();
        importAs("more", List.of(Synthetic.file(folder.resolve("more"), "EBO", "1.jpg", "more")));
        assertThat(found("class:EBO")).containsExactly(10L);
    }

    @Test
    void datasetsAndFoldsAreFacets() {
        DatasetVersion version =
                archive.datasets().freeze("six", CellQuery.all().fromSources(List.of("marrow")));
        List<FrozenCell> cells = archive.datasets().cells(version);
        archive.splits()
                .store(
                        version,
                        Splitter.split(
                                cells.stream().map(FrozenCell::item).toList(), new SplitPlan(2, 1, SplitUnit.CELL)));
        assertThat(found("dataset:six")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(found("split:six/0")).hasSize(3);
        assertThat(found("split:six/0 split:six/1")).isEmpty();
        assertThat(found("split:six/*")).hasSize(6);
    }

    @Test
    void theNewestPredictionCounts() {
        archive.predictions().add(model("old"), List.of(predicted(1, "BLA", 0.9f), predicted(2, "BLA", 0.4f)));
        archive.predictions().add(model("new"), List.of(predicted(2, "PMO", 0.7f), predicted(3, "NIF", 0.5f)));
        assertThat(found("prediction:BLA")).containsExactly(1L);
        assertThat(found("confidence:<0.8")).containsExactly(2L, 3L);
        assertThat(found("-has:confidence")).hasSize(6);
        assertThat(page("", SearchOrder.CONFIDENCE, false, 0, 4)).containsExactly(3L, 2L, 1L, 4L);
        assertThat(archive.predictions().newest(new CellId(2)).orElseThrow().classCode())
                .isEqualTo("PMO");
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void pagesFollowTheirOrder() {
        assertThat(page("source:marrow", SearchOrder.CLASS, false, 0, 10)).containsExactly(1L, 4L, 2L, 5L, 3L, 6L);
        assertThat(page("source:marrow", SearchOrder.CLASS, false, 2, 2)).containsExactly(2L, 5L);
        assertThat(page("", SearchOrder.PATIENT, false, 3, 3)).containsExactly(4L, 5L, 6L);
        assertThat(page("", SearchOrder.IMPORTED, true, 0, 2)).containsExactly(9L, 8L);
        assertThat(page("", SearchOrder.SOURCE, false, 0, 4)).containsExactly(7L, 8L, 9L, 1L);
        assertThat(search.page(Condition.EVERYTHING, SearchOrder.IMPORTED, false, 8, 10)
                        .total())
                .isEqualTo(9);
    }

    @Test
    void facetsAreCountedOverWhatIsFound() {
        Map<Facet, ? extends Map<String, Integer>> facets = search.facets(SearchLanguage.parse("-class:LYT"));
        assertThat(facets.get(Facet.CLASS)).isEqualTo(Map.of("BLA", 2, "PMO", 2, "EOS", 3));
        assertThat(facets.get(Facet.PATIENT)).isEqualTo(Map.of("A", 3, "B", 1));
        assertThat(facets.get(Facet.READER)).isEqualTo(Map.of("marrow", 4, "blood", 3));
        assertThat(facets.get(Facet.DISPUTED)).isEqualTo(Map.of("no", 7));
        assertThat(facets.get(Facet.PREDICTION)).isEmpty();
    }

    private void importAs(String source, List<LabelledFile> files) {
        Synthetic.importAll(archive, new ImportPlan(source, folder.resolve(source), "published", false), files, 10);
    }

    private List<Long> found(String question) {
        return search.ids(SearchLanguage.parse(question)).stream()
                .map(CellId::value)
                .toList();
    }

    private List<Long> page(String question, SearchOrder order, boolean descending, int from, int limit) {
        return search.page(SearchLanguage.parse(question), order, descending, from, limit).cells().stream()
                .map(cell -> cell.id().value())
                .toList();
    }

    private static Digest model(String name) {
        return Digest.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Prediction predicted(long cell, String code, float probability) {
        return new Prediction(new CellId(cell), code, probability, "LYT", 0.1f, true, 0.5f);
    }
}
