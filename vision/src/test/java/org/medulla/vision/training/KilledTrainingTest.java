package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.weights.Safetensors;

class KilledTrainingTest {
    @TempDir
    private Path folder;

    /** Trains in a process of its own: arguments are the folder, and whether to resume. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            Trainer trainer = trainer(Path.of(arguments[0]));
            if (Boolean.parseBoolean(arguments[1])) {
                trainer.resume(Progress.silent());
            } else {
                trainer.train(Progress.silent());
            }
        }
    }

    private static Trainer trainer(Path folder) {
        return new Trainer(DiscData.plan(9), new DiscData(60), folder, Duration.ofMillis(100));
    }

    @Test
    void aRunThatIsKilledAndThenAskedToEndComesToTheWeightsOfAnUndisturbedOne() throws Exception {
        TrainedNetwork undisturbed = trainer(folder.resolve("a")).train(Progress.silent());
        Path stopped = folder.resolve("b");

        Process killed = start(stopped, false);
        waitForStep(3, killed, stopped);
        assertThat(killed.destroyForcibly().waitFor()).isEqualTo(128 + 9);
        long afterKill = lastStep(stopped);

        Process asked = start(stopped, true);
        waitForStep(afterKill + 3, asked, stopped);
        asked.destroy();
        assertThat(asked.waitFor()).as("ended by the signal, not by a crash").isEqualTo(128 + 15);
        assertThat(lastStep(stopped))
                .isBetween(afterKill + 3, undisturbed.log().rows().getLast().step() - 1);

        TrainedNetwork resumed = trainer(stopped).resume(Progress.silent());

        assertThat(resumed.parameters()).hasSameSizeAs(undisturbed.parameters());
        undisturbed
                .parameters()
                .forEach((name, tensor) ->
                        assertThat(resumed.parameters().get(name)).as(name).isEqualTo(tensor));
        assertThat(resumed.temperature()).isEqualTo(undisturbed.temperature());
        assertThat(resumed.confusions()).isEqualTo(undisturbed.confusions());
    }

    private static void waitForStep(long step, Process child, Path place) throws InterruptedException {
        while (lastStep(place) < step) {
            assertThat(child.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("the child ended by itself")
                    .isFalse();
        }
    }

    /** The step of the checkpoint in a folder; 0 while there is none. */
    private static long lastStep(Path place) {
        Path checkpoint = place.resolve("checkpoint.safetensors");
        return Files.exists(checkpoint)
                ? Long.parseLong(Objects.requireNonNull(
                        Safetensors.read(checkpoint).metadata().get("step")))
                : 0;
    }

    private Process start(Path place, boolean resume) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                place.toString(),
                Boolean.toString(resume)));
        Files.createDirectories(place);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("output.txt").toFile())
                .start();
    }
}
