package org.medulla.vision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.JpegComment;

class PhantomsTest {
    private static final PhantomPlan PLAN = new PhantomPlan(42, 12, 7);

    @TempDir
    static Path undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void drawUndisturbed() {
        Phantoms.draw(PLAN, undisturbed.resolve("series"), Progress.silent());
    }

    private static Path series() {
        return undisturbed.resolve("series");
    }

    @Test
    void theManifestIsTheOneOfThisPlan() throws IOException {
        try (InputStream golden = Objects.requireNonNull(PhantomsTest.class.getResourceAsStream("manifest.csv"))) {
            assertThat(Files.readString(series().resolve("manifest.csv")))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyLineOfTheManifestLeadsToAnImageThatSaysItIsSynthetic() throws IOException {
        for (String line : Files.readAllLines(series().resolve("manifest.csv")).subList(1, 43)) {
            String[] fields = line.split(",", -1);
            byte[] file = Files.readAllBytes(series().resolve(fields[0]));
            assertThat(JpegComment.read(file).orElseThrow()).startsWith("synthetic: Medulla phantom");
            assertThat(ImageDecoder.decode(file)).isInstanceOf(Decoded.Image.class);
            assertThat(series().resolve(fields[9])).exists();
            assertThat(line).endsWith(",yes").contains(",phantom generator,");
        }
    }

    @Test
    void drawingAgainKeepsWhatIsComplete() {
        Phantoms.Summary summary = Phantoms.draw(PLAN, series(), Progress.silent());
        assertThat(summary.drawn()).isZero();
        assertThat(summary.kept()).isEqualTo(42);
    }

    @Test
    void whatIsMissingCutOrForeignIsDrawnAgain() throws IOException {
        Path copy = folder.resolve("copy");
        copy(series(), copy);
        Files.delete(copy.resolve("NGS/NGS_00001.jpg"));
        Files.delete(copy.resolve("masks/BLA_00001.png"));
        byte[] whole = Files.readAllBytes(copy.resolve("LYT/LYT_00001.jpg"));
        Files.write(copy.resolve("LYT/LYT_00001.jpg"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(copy.resolve("EBO/EBO_00001.jpg"), JpegComment.add(whole, "another plan"));
        Files.delete(copy.resolve("manifest.csv"));

        Phantoms.Summary summary = Phantoms.draw(PLAN, copy, Progress.silent());

        assertThat(summary.drawn()).isEqualTo(4);
        assertThat(contents(copy)).isEqualTo(contents(series()));
    }

    @Test
    void aKilledRunEndsAsAnUndisturbedOneWhenRunAgain() throws IOException, InterruptedException {
        Path killed = folder.resolve("killed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrawForKill.class.getName(),
                        killed.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (process.isAlive() && System.nanoTime() < end && images(killed) < 5) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(Files.readString(folder.resolve("output"))).isEmpty();
        assertThat(images(killed)).isGreaterThanOrEqualTo(5);

        Phantoms.draw(PLAN, killed, Progress.silent());

        assertThat(contents(killed)).isEqualTo(contents(series()));
    }

    /** Draws until it is killed. */
    static final class DrawForKill {
        private DrawForKill() {}

        public static void main(String[] args) {
            Phantoms.draw(PLAN, Path.of(args[0]), Progress.silent());
        }
    }

    @Test
    void aFolderOfAnotherPlanIsRefused() {
        assertThatThrownBy(() -> Phantoms.draw(new PhantomPlan(42, 12, 8), series(), Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("another plan");
    }

    @Test
    void aFolderWithOtherThingsIsRefused() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> Phantoms.draw(PLAN, folder, Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("not empty");
        assertThat(folder.resolve("phantoms.json")).doesNotExist();
    }

    private static int images(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return (int) all.filter(file -> file.toString().endsWith(".jpg")).count();
        }
    }

    /** Every file with the hash of its bytes. */
    private static Map<String, Integer> contents(Path folder) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
