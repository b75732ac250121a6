package org.medulla.laboratory.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.json.Json;
import org.medulla.vision.training.Length;
import tools.jackson.databind.JsonNode;

/** Two tiny networks on three folds of 480 phantoms; nothing here says how good they are. */
class PublishedExperimentTest {
    private static final int FOLDS = 3;
    private static final PublishedRequest REQUEST = request(OptionalInt.of(FOLDS));

    @TempDir
    static Path folder;

    private static Archive archive;
    private static PublishedResult result;
    private static JsonNode report;

    @BeforeAll
    static void compareOnce() {
        PhantomHome.draw(folder.resolve("phantoms"));
        archive = PhantomHome.open(folder.resolve("home"), folder.resolve("phantoms"));
        result = run(archive, REQUEST, Progress.silent());
        PublishedFolder.write(result, folder.resolve("report"));
        report = Json.read(folder.resolve("report/published.json"));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void everyCellIsNamedOnceByAModelThatHasNotSeenIt() throws IOException {
        for (String method : List.of("sequential", "small")) {
            List<Row> rows = rows(method);
            assertThat(rows).hasSize(480);
            assertThat(rows.stream().map(Row::digest)).doesNotHaveDuplicates();
            assertThat(rows.stream().map(row -> row.fold() + row.patient()).distinct())
                    .hasSize(16);
        }
    }

    @Test
    void summaryFiguresAreThoseOfThePredictions() throws IOException {
        for (String method : List.of("sequential", "small")) {
            List<Row> rows = rows(method);
            JsonNode figures = report.path("methods").path(method).path("figures");

            assertThat(figures.path("accuracy").path("value").asDouble()).isCloseTo(accuracy(rows), within(1e-6));
            assertThat(figures.path("balanced_accuracy").path("value").asDouble())
                    .isCloseTo(balancedAccuracy(rows, filled(rows)), within(1e-6));
            double a = accuracy(fold(rows, 0));
            double b = accuracy(fold(rows, 1));
            double c = accuracy(fold(rows, 2));
            double squares = ((a - b) * (a - b) + (b - c) * (b - c) + (c - a) * (c - a)) / 3;
            assertThat(figures.path("accuracy").path("mean").asDouble()).isCloseTo((a + b + c) / 3, within(1e-6));
            assertThat(figures.path("accuracy").path("deviation").asDouble())
                    .isCloseTo(Math.sqrt(squares / 2), within(1e-6));
        }
    }

    @Test
    void figuresOfAClassAreThoseOfThePredictionsFoldByFold() throws IOException {
        List<Row> rows = rows("sequential");
        int compared = 0;
        for (Map.Entry<String, JsonNode> entry :
                report.path("methods").path("sequential").path("per_class").properties()) {
            String code = entry.getKey();
            assertThat(entry.getValue().path("n").asLong()).isEqualTo(count(rows, code));
            assertThat(entry.getValue().path("sparse").asBoolean()).isEqualTo(count(rows, code) < 10);
            Map<String, Function<Row, String>> bases = Map.of("recall", Row::truth, "precision", Row::predicted);
            for (Map.Entry<String, Function<Row, String>> figure : bases.entrySet()) {
                List<Double> defined = new ArrayList<>();
                for (int f = 0; f < FOLDS; f++) {
                    List<Row> base = fold(rows, f).stream()
                            .filter(row -> figure.getValue().apply(row).equals(code))
                            .toList();
                    if (!base.isEmpty()) {
                        defined.add(accuracy(base));
                    }
                }
                JsonNode found = entry.getValue().path(figure.getKey());
                assertThat(found.path("folds").asInt()).isEqualTo(defined.size());
                if (!defined.isEmpty()) {
                    assertThat(found.path("mean").asDouble())
                            .isCloseTo(
                                    defined.stream()
                                            .mapToDouble(d -> d)
                                            .average()
                                            .orElseThrow(),
                                    within(1e-6));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void thePairIsComparedCellByCell() throws IOException {
        List<Row> first = rows("sequential");
        List<Row> second = rows("small");
        long onlyFirst = 0;
        long onlySecond = 0;
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i).digest()).isEqualTo(second.get(i).digest());
            onlyFirst += first.get(i).isRight() && !second.get(i).isRight() ? 1 : 0;
            onlySecond += second.get(i).isRight() && !first.get(i).isRight() ? 1 : 0;
        }
        JsonNode pair = report.path("pairs").path(0);

        assertThat(pair.path("mcnemar").path("only_first_right").asLong()).isEqualTo(onlyFirst);
        assertThat(pair.path("mcnemar").path("only_second_right").asLong()).isEqualTo(onlySecond);
        assertThat(pair.path("differences").path("accuracy").path("value").asDouble())
                .isCloseTo(accuracy(first) - accuracy(second), within(1e-6));
    }

    @Test
    void theCostOfTrainingIsKept() {
        for (String method : List.of("sequential", "small")) {
            JsonNode costs = report.path("methods").path(method).path("training_cost");
            assertThat(costs).hasSize(FOLDS);
            for (JsonNode cost : costs) {
                assertThat(cost.path("seconds").asDouble()).isPositive();
                assertThat(cost.path("processor_seconds").asDouble()).isPositive();
            }
        }
    }

    @Test
    void theMapShowsTheHeldOutCellsOfTheFirstNetworksFirstFold() throws IOException {
        List<String> expected = fold(rows("sequential"), 0).stream()
                .map(row -> row.file() + row.predicted())
                .toList();

        assertThat(result.map().orElseThrow().points().stream().map(point -> point.file() + point.predicted()))
                .containsExactlyElementsOf(expected);
    }

    /**
     * Stopped in training, naming and computing, it ends with each fold trained once; from the same models an undisturbed
     * experiment gives the same predictions and report. That a training run ends with the same weights is held by its own tests.
     */
    @Test
    void anExperimentThatWasStoppedAgainAndAgainEndsWithTheReportOfAnUndisturbedOne() throws IOException {
        Path home = folder.resolve("disturbed");
        try (Archive other = PhantomHome.open(home, folder.resolve("phantoms"))) {
            int stops = 0;
            Optional<PublishedResult> resumed = Optional.empty();
            for (int steps = 1; resumed.isEmpty(); steps += 1 + steps / 2) {
                try {
                    resumed = Optional.of(run(other, REQUEST, new CancellingProgress(steps)));
                } catch (CancelledException e) {
                    stops++;
                }
                assertThat(stops).isLessThan(100);
            }
            String report = PublishedJson.text(resumed.get());
            List<String> predictions = predictions(resumed.get());
            deleteAll(resumed.get().folder());
            PublishedResult undisturbed = run(other, REQUEST, Progress.silent());

            assertThat(stops).isGreaterThan(3);
            assertThat(PublishedJson.text(undisturbed)).isEqualTo(report);
            assertThat(predictions(undisturbed)).isEqualTo(predictions);
            try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
                assertThat(runs).hasSize(2 * FOLDS);
            }
        }
    }

    @Test
    void whatIsFinishedIsNotMadeAgain() throws IOException {
        Map<Path, FileTime> before = times();
        PublishedResult again = run(archive, REQUEST, Progress.silent());

        assertThat(times()).isEqualTo(before);
        assertThat(PublishedJson.text(again)).isEqualTo(PublishedJson.text(result));
    }

    @Test
    void anotherNumberOfFoldsThanTheDatasetsIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> run(archive, request(OptionalInt.of(5)), Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("split into 3 folds, not 5")
                .hasMessageContaining("medulla split phantoms --folds 5");
    }

    @Test
    void handMadeFeaturesStandForTwoClassifiersAndUnknownNetworksAreRefused() {
        assertThat(Method.named(List.of("small", "features")))
                .extracting(Method::title)
                .containsExactly("small", "features-svm", "features-forest");
        assertThatThrownBy(() -> Method.named(List.of("smal")))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("smal");
        assertThat(Method.named(List.of("small", "small"))).hasSize(1);
    }

    /** A row of the predictions as any program would read it. */
    private record Row(int fold, String digest, String file, String patient, String truth, String predicted) {
        boolean isRight() {
            return truth.equals(predicted);
        }
    }

    private static PublishedRequest request(OptionalInt folds) {
        return new PublishedRequest(
                PhantomHome.DATASET,
                folds,
                Method.named(List.of("sequential", "small")),
                Optional.of(new Length.Epochs(1)),
                Optional.of(32),
                1);
    }

    private static PublishedResult run(Archive in, PublishedRequest request, Progress progress) {
        return new PublishedExperiment(in, "test", InstantSource.fixed(Instant.EPOCH), _ -> {}).run(request, progress);
    }

    /** The predictions of all folds fold by fold. */
    private static List<Row> rows(String method) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<String> lines =
                    Files.readAllLines(result.folder().resolve(method).resolve("fold-" + fold + ".csv"));
            assertThat(lines.getFirst()).startsWith("sha256,file,source,patient,smear,class,predicted,p_BLA,");
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                rows.add(new Row(fold, cells[0], cells[1], cells[3], cells[5], cells[6]));
            }
        }
        return rows;
    }

    private static List<Row> fold(List<Row> rows, int fold) {
        return rows.stream().filter(row -> row.fold() == fold).toList();
    }

    private static double accuracy(List<Row> rows) {
        return (double) rows.stream().filter(Row::isRight).count() / rows.size();
    }

    private static long count(List<Row> rows, String code) {
        return rows.stream().filter(row -> row.truth().equals(code)).count();
    }

    private static List<String> filled(List<Row> rows) {
        return rows.stream()
                .map(Row::truth)
                .distinct()
                .filter(code -> count(rows, code) >= 10)
                .toList();
    }

    private static double balancedAccuracy(List<Row> rows, List<String> classes) {
        return classes.stream()
                .mapToDouble(code -> accuracy(
                        rows.stream().filter(row -> row.truth().equals(code)).toList()))
                .average()
                .orElseThrow();
    }

    private static Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        for (Path root : List.of(result.folder(), folder.resolve("home/runs"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(f -> !f.endsWith("experiment.json") && !f.endsWith("model.txt"))
                        .toList()) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return times;
    }

    private static List<String> predictions(PublishedResult of) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String method : List.of("sequential", "small")) {
            for (int fold = 0; fold < FOLDS; fold++) {
                texts.add(Files.readString(of.folder().resolve(method).resolve("fold-" + fold + ".csv")));
            }
        }
        return texts;
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
