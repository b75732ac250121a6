package org.medulla.laboratory.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.archive.Archive;
import org.medulla.cytology.job.Progress;

/** A release read back by the few lines of Python that its own README gives. */
class ReleasePythonTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = ReleaseForm.class, names = "PARQUET", mode = EnumSource.Mode.EXCLUDE)
    void theLinesInTheReadmeReadImagesAndClassesAndCompareDigests(ReleaseForm form) throws Exception {
        assumeTrue(runs("import hashlib, tarfile"), "Skipped: there is no python3 on this machine.");
        Path release = release(form);
        Matcher code = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(release.resolve("README.md")));
        assertThat(code.find()).isTrue();
        Ended ended = python(release, code.group(1));
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output().lines()).hasSize(7).anyMatch(line -> line.matches("MYB 0 \\d+ .*MYB_00001.bmp"));
    }

    @ParameterizedTest
    @EnumSource(value = ReleaseForm.class, names = "PARQUET", mode = EnumSource.Mode.EXCLUDE)
    void theyFindAChangedImage(ReleaseForm form) throws Exception {
        assumeTrue(runs("import hashlib, tarfile"), "Skipped: there is no python3 on this machine.");
        Path release = release(form);
        Path file = release.resolve(form == ReleaseForm.TAR ? "medulla-000000.tar" : "images/MYB/MYB_00001.bmp");
        byte[] bytes = Files.readAllBytes(file);
        bytes[1000] ^= 1;
        Files.write(file, bytes);
        Matcher code = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(release.resolve("README.md")));
        assertThat(code.find()).isTrue();
        assertThat(python(release, code.group(1)).output()).contains("AssertionError");
    }

    private Path release(ReleaseForm form) {
        Path out = folder.resolve("release");
        try (Archive archive = TinyHome.open(folder)) {
            new ReleaseWriter(archive)
                    .write(ReleaseRequest.of(TinyHome.DATASET, out, form, "medulla test"), Progress.silent());
        }
        return out;
    }

    private boolean runs(String code) {
        try {
            return python(folder, code).code() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private Ended python(Path where, String code) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "python", ".log");
        Process process = new ProcessBuilder(List.of("python3", "-c", code))
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private record Ended(int code, String output) {}
}
