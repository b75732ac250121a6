package org.medulla.archive.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;

/** Five thousand cells, above the size from which pages are found by walking the index of their order. */
class CellsTest {
    private static final List<String> CLASSES = List.of("BLA", "EBO", "EOS", "NGS");

    @TempDir
    static Path folder;

    private static Archive archive;
    private static List<Cell> everything;

    @BeforeAll
    static void fill() {
        archive = Archive.open(folder.resolve("home"));
        for (String source : List.of("published", "ours")) {
            List<LabelledFile> files = new ArrayList<>();
            for (int i = 0; i < 2_500; i++) {
                files.add(file(source, i));
            }
            Synthetic.importAll(archive, new ImportPlan(source, folder, "published", true), files, 1_000);
        }
        everything = new ArrayList<>();
        archive.cells().forEach(CellQuery.all(), everything::add);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    static Stream<CellQuery> queries() {
        List<CellQuery> asked = List.of(
                CellQuery.all(),
                CellQuery.all().ofClasses(Set.of("BLA")),
                CellQuery.all().ofClasses(Set.of("BLA", "NGS")),
                CellQuery.all().fromSources(Set.of("ours")),
                CellQuery.all().ofClasses(Set.of("EBO")).fromSources(Set.of("published")),
                CellQuery.all().ofPatient("P3"),
                CellQuery.all().ofSmear("S2"),
                CellQuery.all().ofDiagnosis("AML"),
                CellQuery.all().contradicted(),
                CellQuery.all().ofClasses(Set.of("XXX")));
        return asked.stream()
                .flatMap(query -> Stream.of(CellOrder.values())
                        .flatMap(order -> Stream.of(query.orderedBy(order, false), query.orderedBy(order, true))));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void thePagesOfAnyQueryInAnyOrderAreTheSortedAnswer(CellQuery query) {
        List<Cell> expected =
                everything.stream().filter(matching(query)).sorted(order(query)).toList();

        List<Cell> found = new ArrayList<>();
        CellPage first = archive.cells().page(query, 0);
        for (int number = 0; number <= first.pages(); number++) {
            found.addAll(archive.cells().page(query, number).cells());
        }

        assertThat(found).isEqualTo(expected);
        assertThat(first.total()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theCountsByClassAddUpToTheAnswer(CellQuery query) {
        long expected = everything.stream().filter(matching(query)).count();

        Map<String, Long> counts = archive.cells().countsByClass(query);

        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(expected);
        assertThat(counts.values()).allMatch(count -> count > 0);
    }

    @Test
    void aCellIsFoundByItsNumberAndByItsDigest() {
        Cell cell = everything.get(1234);

        assertThat(archive.cells().find(cell.id())).contains(cell);
        assertThat(archive.cells().find(cell.digest())).contains(cell);
        assertThat(archive.cells().find(new CellId(1_000_000))).isEmpty();
    }

    @Test
    void whatIsKnownOfACellIsGivenBack() {
        CellDetails details = everything.getFirst().details();

        assertThat(details.patient()).contains("P0");
        assertThat(details.micronsPerPixel()).hasValue(0.25);
        assertThat(details.extra()).containsExactly(Map.entry("nucleus", "7"));
        assertThat(details.stain()).isEmpty();
    }

    @Test
    void theSourcesAreListedByName() {
        assertThat(archive.cells().sources()).containsExactly("ours", "published");
    }

    private static LabelledFile file(String source, int number) {
        String classCode = CLASSES.get(number * number % 7 % CLASSES.size());
        String name = String.format(Locale.ROOT, "%05d.jpg", number * 7919 % 2500);
        CellDetails details = new CellDetails(
                number % 10 == 9 ? Optional.empty() : Optional.of("P" + number % 13),
                Optional.of("S" + number % 31),
                Optional.of(number % 3 == 0 ? "AML" : "MDS"),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(0.25),
                Map.of("nucleus", "7"));
        LabelledFile plain = Synthetic.file(folder.resolve(source), classCode, name, source + " " + number);
        return new LabelledFile(plain.path(), classCode, Optional.empty(), details);
    }

    private static Predicate<Cell> matching(CellQuery query) {
        return cell -> (query.classes().isEmpty() || query.classes().contains(cell.classCode()))
                && (query.sources().isEmpty() || query.sources().contains(cell.source()))
                && (query.patient().isEmpty()
                        || query.patient().equals(cell.details().patient()))
                && (query.smear().isEmpty()
                        || query.smear().equals(cell.details().smear()))
                && (query.diagnosis().isEmpty()
                        || query.diagnosis().equals(cell.details().diagnosis()))
                && (!query.contradictedOnly() || cell.contradicted());
    }

    private static Comparator<Cell> order(CellQuery query) {
        Comparator<Cell> byId = Comparator.comparingLong(cell -> cell.id().value());
        Comparator<Cell> order = switch (query.order()) {
            case IMPORTED -> byId;
            case FILE_NAME -> Comparator.comparing(Cell::fileName).thenComparing(byId);
            case CLASS -> Comparator.comparing(Cell::classCode).thenComparing(byId);
            case SOURCE -> Comparator.comparing(Cell::source).thenComparing(byId);
            case PATIENT ->
                Comparator.<Cell, String>comparing(
                                cell -> cell.details().patient().orElse(""))
                        .thenComparing(byId);
        };
        return query.descending() ? order.reversed() : order;
    }
}
