package org.medulla.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.Progress;

/** Kills real processes and fills real disks, and compares what is there in the end with an undisturbed import. */
class KilledImportTest {
    private static final List<String> CLASSES = List.of("BLA", "EBO", "EOS", "NGS");
    private static final int FILES = 2_000;
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    private Path files;

    @BeforeEach
    void writeFiles() {
        files = folder.resolve("files");
        for (int i = 0; i < FILES; i++) {
            String classCode = CLASSES.get(i % CLASSES.size());
            String name = String.format(Locale.ROOT, "%s_%05d.jpg", classCode, i);
            Synthetic.file(files, classCode, name, content(i));
        }
    }

    @Test
    void anImportKilledAgainAndAgainEndsInTheSameStateAsAnUndisturbedOne() throws Exception {
        Path home = folder.resolve("killed");
        Random random = new Random(2026);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(home, ImportProcess.STORED, 1 + random.nextInt(20));
        }
        killAfter(home, ImportProcess.FINISHING, 1);

        assertThat(runToTheEnd(home, "")).contains(ImportProcess.FINISHING);
        assertSameAsUndisturbed(home);
    }

    @Test
    void anImportThatMayNotWriteABlobSaysSoAndGoesOnLater() throws Exception {
        byte[] large = new byte[12 << 20];
        Arrays.fill(large, (byte) 7);
        Files.write(files.resolve("EOS").resolve("EOS_99999.jpg"), large);
        Path home = folder.resolve("limited");

        List<String> said = runToTheEnd(home, "ulimit -f 8192;");

        assertThat(said.getLast())
                .startsWith("RESOURCES")
                .contains("12582912 bytes")
                .contains("free space");
        try (Archive archive = Archive.open(home)) {
            assertThat(archive.blobs().sizeOf(Digest.of(large))).isEqualTo(-1);
        }
        assertThat(runToTheEnd(home, "")).contains(ImportProcess.FINISHING);
        assertSameAsUndisturbed(home);
    }

    @Test
    void anImportOntoADiskThatIsFullSaysSoAndGoesOnWhenThereIsSpace() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                shell("mount -t tmpfs -o size=6m none " + disk) == 0, "Skipped: a small disk cannot be mounted here");
        try {
            Path home = disk.resolve("home");
            List<String> said = runToTheEnd(home, "");
            assertThat(said.getLast()).startsWith("RESOURCES").contains("free space");

            assertThat(shell("mount -o remount,size=200m " + disk)).isZero();
            assertThat(runToTheEnd(home, "")).contains(ImportProcess.FINISHING);
            assertSameAsUndisturbed(home);
        } finally {
            shell("umount " + disk);
        }
    }

    private void killAfter(Path home, String word, int count) throws IOException, InterruptedException {
        Process process = ImportProcess.start(home, files, "");
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = ImportProcess.read(output, word, count);
            process.destroyForcibly().waitFor();
            assertThat(lines.getLast()).isEqualTo(word);
        }
    }

    private List<String> runToTheEnd(Path home, String before) throws IOException, InterruptedException {
        Process process = ImportProcess.start(home, files, before);
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = ImportProcess.read(output, "", Integer.MAX_VALUE);
            process.waitFor();
            return lines;
        }
    }

    private void assertSameAsUndisturbed(Path home) throws IOException {
        Path other = folder.resolve("undisturbed");
        try (Archive disturbed = Archive.open(home);
                Archive undisturbed = Archive.open(other)) {
            ImportProcess.run(undisturbed, files);
            assertThat(disturbed.stateDigest()).isEqualTo(undisturbed.stateDigest());
            assertThat(disturbed.verify(Progress.silent()).findings()).isEmpty();
        }
        assertThat(filesUnder(home.resolve("blobs"))).isEqualTo(filesUnder(other.resolve("blobs")));
    }

    private static List<String> filesUnder(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    // Every seventh is a copy of another class's image, every eleventh is unreadable.
    private static String content(int number) {
        String padding = "x".repeat(600);
        if (number % 11 == 0) {
            return "bad " + number + padding;
        }
        return (number % 7 == 0 ? number / 14 : number) + padding;
    }

    private static int shell(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
