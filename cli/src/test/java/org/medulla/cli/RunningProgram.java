package org.medulla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as a process of its own in a folder. */
record RunningProgram(Process process, Path out, Path err) {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Starts it; its home is the folder "home" inside the working folder. */
    static RunningProgram start(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("medulla.program")));
        command.addAll(List.of(words));
        try {
            File out = Files.createTempFile(folder, "out", ".log").toFile();
            File err = Files.createTempFile(folder, "err", ".log").toFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out)
                    .redirectError(err);
            builder.environment().put("MEDULLA_HOME", folder.resolve("home").toString());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            return new RunningProgram(builder.start(), out.toPath(), err.toPath());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs it to its end. */
    static Ended run(Path folder, String... words) {
        return start(folder, words).await();
    }

    /** Waits for its end. */
    Ended await() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends in time")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Ended(process.exitValue(), text(out), text(err));
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** What it has said so far. */
    String errSoFar() {
        return text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a run left: its exit code and its two streams. */
    record Ended(int code, String out, String err) {}
}
