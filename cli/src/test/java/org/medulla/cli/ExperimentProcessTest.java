package org.medulla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cli.RunningProgram.Ended;

/** The published comparison as processes of their own: killed, taken up again, and asked for what it cannot do. */
class ExperimentProcessTest {
    private static final String[] COMPARE = {
        "experiment",
        "published",
        "--dataset",
        "marrow",
        "--networks",
        "sequential",
        "--epochs",
        "1",
        "--size",
        "32",
        "--report",
        "report"
    };

    @TempDir
    static Path folder;

    @BeforeAll
    static void split() {
        for (String line : new String[] {
            "phantoms --cells 480 --patients 16 phantoms", "import phantoms", "freeze marrow", "split marrow --folds 3"
        }) {
            Ended ended = RunningProgram.run(folder, line.split(" "));
            assertThat(ended.code()).as(line + ": " + ended.err()).isZero();
        }
    }

    @Test
    void anExperimentThatWasKilledGoesOnWithWhatItHas() throws Exception {
        RunningProgram killed = RunningProgram.start(folder, COMPARE);
        while (!Files.exists(folder.resolve("home/runs/0001/model.txt"))
                && killed.process().isAlive()) {
            Thread.sleep(20);
        }
        assertThat(killed.process().isAlive()).as(killed.errSoFar()).isTrue();
        killed.kill();
        byte[] first = Files.readAllBytes(folder.resolve("home/runs/0001/model.medulla"));

        Ended resumed = RunningProgram.run(folder, COMPARE);

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("method", "balanced accuracy", "sequential");
        assertThat(Files.readAllBytes(folder.resolve("home/runs/0001/model.medulla")))
                .isEqualTo(first);
        assertThat(runs()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("report/published.html"))).contains("map-canvas", "sequential");
        assertThat(folder.resolve("report/published.json")).isNotEmptyFile();
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() {
        assertRefused(2, "Which experiment", "experiment");
        assertRefused(2, "--folds is at least 2", "experiment", "published", "--dataset", "marrow", "--folds", "1");
        assertRefused(2, "above 0", "experiment", "published", "--dataset", "marrow", "--minutes", "0");
        assertRefused(1, "no dataset", "experiment", "published", "--dataset", "marow");
        assertRefused(1, "split into 3 folds", "experiment", "published", "--dataset", "marrow", "--folds", "4");
        assertRefused(1, "resnet", "experiment", "published", "--dataset", "marrow", "--networks", "resnet");
        assertRefused(2, "--test", "experiment", "generalise", "--train", "marrow");
        assertRefused(1, "no dataset", "experiment", "generalise", "--train", "marrow", "--test", "blood");
        assertRefused(1, "images are in both", "experiment", "generalise", "--train", "marrow", "--test", "marrow");
        assertRefused(
                1,
                "no variant called blurr",
                "experiment",
                "generalise",
                "--train",
                "marrow",
                "--test",
                "blood",
                "--variants",
                "no-blur,blurr");
    }

    private static void assertRefused(int code, String words, String... command) {
        Ended ended = RunningProgram.run(folder, command);
        assertThat(ended.code()).as(String.join(" ", command)).isEqualTo(code);
        assertThat(ended.err()).contains(words).doesNotContain("Exception");
    }

    private static long runs() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("home/runs"))) {
            return runs.count();
        }
    }
}
