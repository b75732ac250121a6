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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
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
import org.medulla.vision.network.Architecture;
import org.medulla.vision.training.Length;
import tools.jackson.databind.JsonNode;

/** A tiny network on two sets of phantoms; nothing here says how well any carries over. */
class GeneraliseExperimentTest {
    private static final List<String> VARIANTS =
            List.of("reinhard", "one-view", "scale-estimated", "statistics-re-estimated", "prior-shift");

    @TempDir
    static Path folder;

    private static Archive archive;
    private static GeneraliseResult result;
    private static JsonNode report;

    @BeforeAll
    static void studyOnce() {
        TwoLaboratories.draw(folder.resolve("phantoms"));
        archive = TwoLaboratories.open(folder.resolve("home"), folder.resolve("phantoms"));
        result = run(archive, request(VARIANTS), Progress.silent());
        GeneraliseFolder.write(result, folder.resolve("report"));
        report = Json.read(folder.resolve("report/generalise.json"));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void figuresAreThoseOfTheAnswersThereAndBack() throws IOException {
        for (int direction = 0; direction < 2; direction++) {
            JsonNode node = report.path("directions").path(direction);
            List<String> shared = shared(node);
            assertThat(shared).hasSizeGreaterThan(3);
            assertThat(node.path("variants")).hasSize(1 + VARIANTS.size());
            for (Map.Entry<String, JsonNode> variant : node.path("variants").properties()) {
                List<Map<String, String>> home = rows(node, variant.getKey(), "home");
                List<Map<String, String>> abroad = rows(node, variant.getKey(), "abroad");

                assertFigure(variant.getValue(), "home", balancedAccuracy(home, row -> column(row, "predicted")));
                assertFigure(variant.getValue(), "abroad", balancedAccuracy(abroad, row -> column(row, "predicted")));
                assertFigure(
                        variant.getValue(),
                        "abroad_shared_only",
                        balancedAccuracy(abroad, row -> likeliest(row, shared)));
                long right = abroad.stream()
                        .filter(GeneraliseExperimentTest::isRight)
                        .count();
                assertThat(right).isStrictlyBetween(0L, (long) abroad.size());
                assertFigure(variant.getValue(), "right_accepted_abroad", shareAccepted(abroad));
                assertFigure(variant.getValue(), "oddness_roc_auc_abroad", rocAuc(abroad));
            }
        }
    }

    @Test
    void theDifferenceIsThatOfTheFigures() {
        for (JsonNode direction : report.path("directions")) {
            double standard = value(direction.path("variants").path("standard"), "abroad");
            for (String variant : VARIANTS) {
                JsonNode node = direction.path("variants").path(variant);
                assertThat(value(node, "less_standard_abroad"))
                        .isCloseTo(value(node, "abroad") - standard, within(2e-6));
            }
            assertThat(direction.path("variants").path("standard").has("less_standard_abroad"))
                    .isFalse();
        }
    }

    @Test
    void aClassThatOneLaboratoryLacksIsListedAndNotCountedButRemainsAPossibleAnswer() throws IOException {
        JsonNode there = report.path("directions").path(0);
        JsonNode listed = there.path("classes").path(TwoLaboratories.ONLY_IN_FIRST);
        assertThat(listed.path("trained_cells").asInt()).isGreaterThanOrEqualTo(10);
        assertThat(listed.path("tested_cells").asInt()).isZero();
        assertThat(listed.path("shared").asBoolean()).isFalse();
        for (JsonNode direction : report.path("directions")) {
            List<String> shared = shared(direction);
            for (String place : List.of("home", "abroad")) {
                List<Map<String, String>> rows = rows(direction, "standard", place);
                assertThat(rows)
                        .hasSize(direction.path(place + "_cells").asInt())
                        .allSatisfy(row -> assertThat(shared).contains(column(row, "class")));
            }
        }
        assertThat(rows(there, "standard", "abroad").getFirst()).containsKey("p_" + TwoLaboratories.ONLY_IN_FIRST);
        assertThat(Files.readString(folder.resolve("report/generalise.html")))
                .contains("only in near; remains a possible answer", "only in near<");
    }

    @Test
    void everyVariantAnswersInItsOwnWay() throws IOException {
        JsonNode there = report.path("directions").path(0);
        List<Map<String, String>> standard = rows(there, "standard", "abroad");
        for (String variant : VARIANTS) {
            List<Map<String, String>> rows = rows(there, variant, "abroad");
            assertThat(rows).as(variant).hasSameSizeAs(standard).isNotEqualTo(standard);
            assertThat(rows.stream().map(row -> column(row, "sha256")))
                    .containsExactlyElementsOf(
                            standard.stream().map(row -> column(row, "sha256")).toList());
        }
    }

    @Test
    void aStudyThatWasStoppedAgainAndAgainEndsWithTheSameFigures() {
        try (Archive other = TwoLaboratories.open(folder.resolve("disturbed"), folder.resolve("phantoms"))) {
            List<String> some = List.of("one-view", "statistics-re-estimated");
            int stops = 0;
            Optional<GeneraliseResult> resumed = Optional.empty();
            for (int steps = 2; resumed.isEmpty(); steps *= 3) {
                try {
                    resumed = Optional.of(run(other, request(some), new CancellingProgress(steps)));
                } catch (CancelledException e) {
                    stops++;
                }
                assertThat(stops).isLessThan(100);
            }
            JsonNode figures = Json.read(GeneraliseFolder.write(resumed.get(), folder.resolve("resumed"))
                    .resolveSibling("generalise.json"));

            assertThat(stops).isGreaterThan(3);
            for (int direction = 0; direction < 2; direction++) {
                for (String variant : List.of("standard", "one-view", "statistics-re-estimated")) {
                    assertThat(variant(figures, direction, variant)).isEqualTo(variant(report, direction, variant));
                }
            }
        }
    }

    @Test
    void whatIsFinishedIsNotMadeAgainAndLeavesNoCheckpoint() throws IOException {
        Map<Path, FileTime> before = times();
        GeneraliseResult again = run(archive, request(VARIANTS), Progress.silent());

        assertThat(times()).isEqualTo(before);
        assertThat(GeneraliseJson.text(again)).isEqualTo(GeneraliseJson.text(result));
        assertThat(before.keySet())
                .noneMatch(file -> file.endsWith("checkpoint.safetensors"))
                .filteredOn(file -> file.endsWith("model.medulla"))
                .hasSize(2 * 2);
    }

    @Test
    void datasetsThatShareImagesAreRefused() {
        GeneraliseRequest request = new GeneraliseRequest(
                TwoLaboratories.FIRST,
                "both",
                Architecture.SMALL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                List.of(Variant.Trained.STANDARD));
        assertThatThrownBy(() -> run(archive, request, Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("400 images are in both")
                .hasMessageContaining("--source");
    }

    private static GeneraliseRequest request(List<String> variants) {
        return new GeneraliseRequest(
                TwoLaboratories.FIRST,
                TwoLaboratories.SECOND,
                Architecture.SMALL,
                Optional.empty(),
                Optional.of(32),
                Optional.of(new Length.Epochs(12)),
                1,
                Variant.named(variants));
    }

    private static GeneraliseResult run(Archive in, GeneraliseRequest request, Progress progress) {
        return new GeneraliseExperiment(in, "test", InstantSource.fixed(Instant.EPOCH), _ -> {}).run(request, progress);
    }

    private static JsonNode variant(JsonNode figures, int direction, String variant) {
        JsonNode node =
                figures.path("directions").path(direction).path("variants").path(variant);
        assertThat(node.isObject()).isTrue();
        return node;
    }

    private static List<String> shared(JsonNode direction) {
        return direction.path("classes").properties().stream()
                .filter(entry -> entry.getValue().path("shared").asBoolean())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double value(JsonNode variant, String figure) {
        return variant.path(figure).path("value").asDouble();
    }

    private static void assertFigure(JsonNode variant, String figure, double expected) {
        JsonNode found = variant.path(figure);
        assertThat(found.path("value").asDouble()).as(figure).isCloseTo(expected, within(1e-6));
        assertThat(found.path("low").asDouble()).isLessThanOrEqualTo(expected + 1e-6);
        assertThat(found.path("high").asDouble()).isGreaterThanOrEqualTo(expected - 1e-6);
    }

    /** The answers as a spreadsheet would read them. */
    private static List<Map<String, String>> rows(JsonNode direction, String variant, String place) throws IOException {
        Path file = result.folder()
                .resolve(direction.path("trained").asString() + "-to-"
                        + direction.path("tested").asString())
                .resolve(variant)
                .resolve(place + ".csv");
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(header.get(i), cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String column(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private static boolean isRight(Map<String, String> row) {
        return column(row, "class").equals(column(row, "predicted"));
    }

    private interface Answer {
        String of(Map<String, String> row);
    }

    private static double balancedAccuracy(List<Map<String, String>> rows, Answer answer) {
        return rows.stream()
                .map(row -> column(row, "class"))
                .distinct()
                .mapToDouble(code -> share(
                        rows.stream()
                                .filter(row -> column(row, "class").equals(code))
                                .toList(),
                        row -> answer.of(row).equals(code)))
                .average()
                .orElseThrow();
    }

    private static double share(List<Map<String, String>> rows, Predicate<Map<String, String>> what) {
        return (double) rows.stream().filter(what).count() / rows.size();
    }

    private static String likeliest(Map<String, String> row, List<String> shared) {
        String best = shared.getFirst();
        for (String code : shared) {
            if (Float.parseFloat(column(row, "p_" + code)) > Float.parseFloat(column(row, "p_" + best))) {
                best = code;
            }
        }
        return best;
    }

    private static double shareAccepted(List<Map<String, String>> rows) {
        return share(
                rows.stream().filter(GeneraliseExperimentTest::isRight).toList(),
                row -> column(row, "accepted").equals("true"));
    }

    /** The share of pairs of a wrong and a right answer in which the wrong one is odder; ties count half. */
    private static double rocAuc(List<Map<String, String>> rows) {
        double wins = 0;
        long pairs = 0;
        for (Map<String, String> wrong : rows) {
            for (Map<String, String> right : rows) {
                if (!isRight(wrong) && isRight(right)) {
                    // Ranked as 32-bit floats.
                    int order = Float.compare(
                            Float.parseFloat(column(wrong, "oddness")), Float.parseFloat(column(right, "oddness")));
                    wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    private static Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(result.folder())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("experiment.json"))
                    .toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
