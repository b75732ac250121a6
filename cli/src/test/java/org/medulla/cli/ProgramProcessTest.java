package org.medulla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cli.RunningProgram.Ended;

class ProgramProcessTest {
    @TempDir
    Path folder;

    @Test
    void theVersionIsOneLineOnStandardOutput() {
        Ended ended = RunningProgram.run(folder, "--version");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).matches("medulla [0-9.]+( \\([0-9a-f]+\\))?\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void theHelpListsEveryCommandWithOneLine() {
        Ended ended = RunningProgram.run(folder, "--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Commands:", "help", "For Research Use Only.");
        assertThat(ended.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void anUnknownCommandIsWrongUsageSaidInOneSentence() {
        Ended ended = RunningProgram.run(folder, "clasify");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("clasify").doesNotContain("Exception");
    }

    /** Linux's /dev/full takes nothing, as a full disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidInOneSentence() throws IOException {
        SmallImages.write(folder, "BLA", 1);
        Ended ended = RunningProgram.run(
                folder, "classify", folder.resolve("BLA").toString(), "--format", "csv", "--out", "/dev/full");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("The disk is full").doesNotContain("Exception");
    }

    @Test
    void everyCommandExplainsItselfEvenWithoutItsRequiredOptions() {
        Ended ended = RunningProgram.run(folder, "train", "--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Usage: medulla train", "--dataset");
        assertThat(ended.err()).isEmpty();
    }
}
