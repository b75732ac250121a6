package org.medulla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cli.RunningProgram.Ended;

/** The loop from phantoms to the differential, each step a process of its own; the network is trained for seconds only. */
class LoopProcessTest {
    private static final String MODEL = "marrow-small-fold0";

    private static final String[] TRAIN = {
        "train", "--dataset", "marrow", "--fold", "0", "--size", "32", "--epochs", "12", "--device", "cpu", "--resume"
    };

    @TempDir
    static Path folder;

    @BeforeAll
    static void trainAModel() {
        done("phantoms", "--cells", "240", "--patients", "12", "phantoms");
        done("import", "phantoms");
        done("freeze", "marrow");
        done("split", "marrow", "--by", "cell");
        assertThat(done(TRAIN).out()).isEqualTo(MODEL + "\n");
    }

    @Test
    void aRunThatWasStoppedAndKilledEndsWithTheWeightsOfAnUndisturbedOne() throws Exception {
        Path home = folder.resolve("disturbed");
        for (List<String> step : List.of(
                List.of("import", "phantoms"),
                List.of("freeze", "marrow"),
                List.of("split", "marrow", "--by", "cell"))) {
            run(step, home);
        }
        RunningProgram stopped = start(home);
        awaitRun(home);
        stopped.process().destroy();
        stopped.await();
        RunningProgram killed = start(home);
        Thread.sleep(1500);
        killed.kill();

        assertThat(start(home).await().code()).isZero();
        assertThat(weights(home))
                .as("undisturbed:%n%s%ndisturbed:%n%s", log(folder.resolve("home")), log(home))
                .isEqualTo(weights(folder.resolve("home")));
        assertThat(home.resolve("runs/0002")).doesNotExist();
        assertThat(run(List.of("verify"), home).code()).isZero();
    }

    @Test
    void everyFileThatIsClassifiedHasARow() throws IOException {
        Path cells = Files.createDirectories(folder.resolve("cells"));
        Files.copy(folder.resolve("phantoms/LYT/LYT_00001.jpg"), cells.resolve("a.jpg"));
        Files.writeString(cells.resolve("b.jpg"), "no picture");
        Ended ended = RunningProgram.run(folder, "classify", "cells", "--model", MODEL, "--format", "csv");
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        List<String> lines = ended.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst())
                .startsWith("path,class,probability,second,second_probability,error,accepted,set,oddness,p_BLA,p_PMO,");
        assertThat(lines.get(1))
                .matches("cells/a.jpg,[A-Z]+,[0-9.]+,[A-Z]+,[0-9.]+,,(yes|no),[A-Z|]+,[0-9]\\.[0-9]{6},0\\..*");
        assertThat(lines.get(2)).startsWith("cells/b.jpg,,,,,").doesNotContain("0.");
    }

    @Test
    void theFoldThatWasLeftOutIsEvaluatedAndTheOthersAreRefused() {
        Ended evaluated = RunningProgram.run(
                folder, "evaluate", "--dataset", "marrow", "--fold", "0", "--format", "json", "--report", "report");
        assertThat(evaluated.code()).as(evaluated.err()).isZero();
        assertThat(evaluated.out())
                .startsWith("{")
                .contains(
                        "\"accuracy\" : {\n    \"value\"",
                        "\"balanced_accuracy\"",
                        "\"macro_f1\"",
                        "\"set_coverage\"",
                        "\"per_class\"");
        assertThat(folder.resolve("report/evaluation.html")).isNotEmptyFile();
        assertThat(folder.resolve("report/evaluation.json")).hasContent(evaluated.out());

        Ended refused = RunningProgram.run(folder, "evaluate", "--dataset", "marrow", "--fold", "1");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("was trained on fold 1").doesNotContain("Exception");
    }

    @Test
    void theDifferentialIsCountedAsATableAndAsJson() {
        Ended table = RunningProgram.run(folder, "count", "phantoms", "--model", MODEL, "--threshold", "BLA=20");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out())
                .contains("240 cells", "M:E", "BLA at least 20 %?", "For Research Use Only. Not for use in diagnostic");
        Ended json = RunningProgram.run(
                folder, "count", "phantoms", "--model", MODEL, "--threshold", "BLA=20", "--format", "json");
        assertThat(json.out()).startsWith("{").contains("\"differential\"", "\"thresholds\"", "\"excluded\"");
    }

    @Test
    void whereNoFileIsAPictureThereIsNothingToCount() throws IOException {
        Path cells = Files.createDirectories(folder.resolve("no-pictures"));
        Files.writeString(cells.resolve("b.jpg"), "no picture");
        Ended ended = RunningProgram.run(folder, "count", "no-pictures", "--model", MODEL);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("None of the 1 files could be read", "b.jpg");
    }

    @Test
    void anExplanationIsAPictureWithItsDeletionScore() {
        Ended ended = RunningProgram.run(
                folder, "explain", "phantoms/NGS/NGS_00001.jpg", "--model", MODEL, "--out", "explained");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("deletion score", "NGS_00001-gradcam.png");
        assertThat(folder.resolve("explained/NGS_00001-gradcam.png")).isNotEmptyFile();
    }

    @Test
    void aModelGoesOutAsAFileAndIntoAnotherHome() {
        done("model", "export", MODEL, "taken.medulla");
        Path other = folder.resolve("other");
        assertThat(run(List.of("model", "import", "taken.medulla"), other).out())
                .isEqualTo("taken\n");
        assertThat(run(List.of("models"), other).out()).contains("taken");
        assertThat(run(List.of("classify", "phantoms/LYT/LYT_00001.jpg", "--model", "taken"), other)
                        .code())
                .isZero();
    }

    @Test
    void aModelThatIsNotThereIsSaidToBeMissingWithHowToGetOne() {
        Ended ended = run(List.of("classify", "phantoms", "--model", "unheard-of"), folder.resolve("empty"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("\"unheard-of\"", "medulla train", "medulla models");
        assertThat(folder.resolve("empty")).doesNotExist();
    }

    @Test
    void withoutNamingAModelTheOneThatShipsAnswersInAnEmptyHome() {
        Ended ended =
                run(List.of("classify", "phantoms/LYT/LYT_00001.jpg", "--format", "json"), folder.resolve("empty"));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("\"name\" : \"medulla-1\"", "\"BLA\"", "\"class\"");
        assertThat(folder.resolve("empty")).doesNotExist();
    }

    private static Ended done(String... words) {
        Ended ended = RunningProgram.run(folder, words);
        assertThat(ended.code())
                .as(String.join(" ", words) + ": " + ended.err())
                .isZero();
        return ended;
    }

    private static Ended run(List<String> words, Path home) {
        return RunningProgram.run(folder, inHome(words, home));
    }

    private static RunningProgram start(Path home) {
        return RunningProgram.start(folder, inHome(List.of(TRAIN), home));
    }

    private static String[] inHome(List<String> words, Path home) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--home", home.toString()));
        return all.toArray(String[]::new);
    }

    private static void awaitRun(Path home) throws InterruptedException {
        while (!Files.exists(home.resolve("runs/0001/run.json"))) {
            Thread.sleep(20);
        }
        Thread.sleep(4000);
    }

    /** How a run went; two runs that end differently part somewhere in it. */
    private static String log(Path home) throws IOException {
        return Files.readString(home.resolve("runs/0001/log.csv"));
    }

    private static byte[] weights(Path home) throws IOException {
        try (ZipFile model = new ZipFile(home.resolve("runs/0001/model.medulla").toFile())) {
            return model.getInputStream(model.getEntry("weights.safetensors")).readAllBytes();
        }
    }
}
