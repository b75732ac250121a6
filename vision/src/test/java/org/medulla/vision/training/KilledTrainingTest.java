package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.Progress;

class KilledTrainingTest {
    private static final int KILLS = 2;

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
        return new Trainer(DiscData.plan(9), new DiscData(60), folder, Duration.ZERO);
    }

    @Test
    void aRunThatIsKilledAgainAndAgainEndsWithTheWeightsOfAnUndisturbedOne() throws Exception {
        TrainedNetwork undisturbed = trainer(folder.resolve("a")).train(Progress.silent());
        Path killed = folder.resolve("b");
        CheckpointFile checkpoint = new CheckpointFile(killed.resolve("checkpoint.safetensors"));
        long step = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = start(killed, kill > 0);
            long reached = step;
            do {
                assertThat(child.waitFor(20, TimeUnit.MILLISECONDS))
                        .as("the child ended before it was killed")
                        .isFalse();
                reached = checkpoint.exists() ? checkpoint.read().step() : reached;
            } while (reached < step + 4);
            child.destroyForcibly().waitFor();
            step = checkpoint.read().step();
        }
        assertThat(step).isBetween(8L, undisturbed.log().rows().getLast().step() - 1);

        TrainedNetwork resumed = trainer(killed).resume(Progress.silent());

        assertThat(resumed.parameters()).hasSameSizeAs(undisturbed.parameters());
        undisturbed
                .parameters()
                .forEach((name, tensor) ->
                        assertThat(resumed.parameters().get(name)).as(name).isEqualTo(tensor));
        assertThat(resumed.temperature()).isEqualTo(undisturbed.temperature());
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
