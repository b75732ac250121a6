package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.MedullaException;

class CheckpointFileTest {
    @TempDir
    private Path folder;

    private static Checkpoint checkpoint() {
        TrainingLog log = new TrainingLog(
                List.of(new TrainingLog.Row(40, 1.5, 0.001, 1.25, 0.5, new ValidationResult(1.125, 0.625), 300, 0.01)));
        float[] odd = {Float.MIN_VALUE, -0f, 1f / 3, Float.MAX_VALUE};
        return new Checkpoint(
                "abc",
                41,
                900,
                2,
                40,
                new ValidationResult(1.1, 0.6),
                new TrainingCost(12.5, 20.25),
                log,
                Map.of("learned", odd, "empty", new float[0]));
    }

    @Test
    void whatIsWrittenIsReadBackBitByBit() {
        CheckpointFile file = new CheckpointFile(folder.resolve("new").resolve("c.safetensors"));
        file.write(checkpoint());
        Checkpoint read = file.read();
        assertThat(Arrays.equals(
                        Checkpoint.vector(read.vectors(), "learned"),
                        Checkpoint.vector(checkpoint().vectors(), "learned")))
                .isTrue();
        assertThat(read.vectors()).hasSize(2);
        assertThat(read.step()).isEqualTo(41);
        assertThat(read.steps()).isEqualTo(900);
        assertThat(read.best()).isEqualTo(new ValidationResult(1.1, 0.6));
        assertThat(read.cost()).isEqualTo(new TrainingCost(12.5, 20.25));
        assertThat(read.log()).isEqualTo(checkpoint().log());
    }

    @Test
    void aFileThatWasCutShortIsCalledDamaged() throws IOException {
        Path path = folder.resolve("c.safetensors");
        CheckpointFile file = new CheckpointFile(path);
        file.write(checkpoint());
        byte[] bytes = Files.readAllBytes(path);
        for (int length : new int[] {0, 5, 30, bytes.length - 1}) {
            Files.write(path, Arrays.copyOf(bytes, length));
            assertThatThrownBy(file::read).isInstanceOf(MedullaException.class).hasMessageContaining("damaged");
        }
    }

    @Test
    void aHalfWrittenSuccessorLeavesTheCheckpointAlone() throws IOException {
        Path path = folder.resolve("c.safetensors");
        CheckpointFile file = new CheckpointFile(path);
        file.write(checkpoint());
        Files.write(folder.resolve("c.safetensors.part"), new byte[] {1, 2, 3});
        assertThat(file.read().step()).isEqualTo(41);
        file.write(checkpoint());
        assertThat(folder.resolve("c.safetensors.part")).doesNotExist();
    }
}
