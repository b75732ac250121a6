package org.medulla.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.cytology.job.MedullaException;

class IntakeTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

    @TempDir
    Path folder;

    private Archive archive;
    private ImportPlan plan;

    @BeforeEach
    void open() {
        archive = Archive.open(folder.resolve("home"), NOON);
        plan = new ImportPlan("published", folder.resolve("files"), "published", false);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void eachImageBecomesOneCellAndItsBytesABlob() {
        ImportSummary summary = imported(file("BLA", "BLA_1.jpg", "one"), file("EBO", "EBO_1.jpg", "two"));

        assertThat(summary.cells()).isEqualTo(2);
        assertThat(summary.duplicates()).isZero();
        assertThat(archive.blobs().get(digest("one"))).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameBytesTwiceAreOneCell() {
        ImportSummary summary = imported(file("BLA", "BLA_1.jpg", "one"), file("BLA", "BLA_2.jpg", "one"));

        assertThat(summary.cells()).isEqualTo(1);
        assertThat(summary.duplicates()).isEqualTo(1);
        assertThat(summary.contradictions()).isEmpty();
    }

    @Test
    void theSameBytesUnderTwoClassesAreAContradiction() {
        LabelledFile first = file("BLA", "BLA_1.jpg", "one");
        LabelledFile second = file("EBO", "EBO_7.jpg", "one");

        ImportSummary summary = imported(first, second);

        assertThat(summary.cells()).isEqualTo(1);
        assertThat(summary.contradictions())
                .containsExactly(new ContradictoryFile(second.path(), "EBO", first.path(), "BLA"));
    }

    @Test
    void aFileSetAsideIsListedWithItsReason() {
        LabelledFile broken = file("BLA", "BLA_1.jpg", "bad one");

        ImportSummary summary = imported(broken, file("BLA", "BLA_2.jpg", "good one"));

        assertThat(summary.cells()).isEqualTo(1);
        assertThat(summary.setAside()).singleElement().satisfies(setAside -> {
            assertThat(setAside.path()).isEqualTo(broken.path());
            assertThat(setAside.kind()).isEqualTo("truncated");
        });
    }

    @Test
    void anImportThatIsRunAgainFindsItsFilesKnown() {
        LabelledFile one = file("BLA", "BLA_1.jpg", "one");
        LabelledFile copy = file("BLA", "BLA_2.jpg", "one");
        imported(one, copy);

        ImportSummary again = imported(one, copy);

        assertThat(again.cells()).isZero();
        assertThat(again.duplicates()).isZero();
        assertThat(again.known()).isEqualTo(2);
    }

    @Test
    void aFileThatHasChangedIsReadAgain() throws IOException {
        LabelledFile one = file("BLA", "BLA_1.jpg", "one");
        imported(one);
        Files.writeString(one.path(), "another");

        assertThat(imported(one).cells()).isEqualTo(1);
    }

    @Test
    void aFileThatIsFiledUnderAnotherClassLaterIsAContradiction() {
        LabelledFile one = file("BLA", "BLA_1.jpg", "one");
        imported(one);

        ImportSummary again = imported(new LabelledFile(one.path(), "PMO"));

        assertThat(again.contradictions()).containsExactly(new ContradictoryFile(one.path(), "PMO", one.path(), "BLA"));
    }

    @Test
    void anImportInPlaceCopiesNothing() {
        ImportPlan inPlace = new ImportPlan("published", folder.resolve("files"), "published", true);

        ImportSummary summary = Synthetic.importAll(archive, inPlace, List.of(file("BLA", "BLA_1.jpg", "one")), 10);

        assertThat(summary.cells()).isEqualTo(1);
        assertThat(archive.blobs().sizeOf(digest("one"))).isEqualTo(-1);
    }

    @Test
    void aSecondImportOnTheSameHomeIsRefusedMeanwhile() {
        try (Intake first = archive.intake(plan)) {
            assertThat(first.resumed()).isFalse();
            assertThatThrownBy(() -> archive.intake(plan))
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining("Another import is running");
        }
    }

    @Test
    void aBlobThatWasLostWithThePowerIsWrittenAgainWhenTheImportIsResumed() throws IOException {
        List<LabelledFile> files = List.of(file("BLA", "BLA_1.jpg", "one"), file("BLA", "BLA_2.jpg", "two"));
        try (Intake interrupted = archive.intake(plan)) {
            interrupted.store(
                    List.of(image(interrupted, files.get(0), "one"), image(interrupted, files.get(1), "two")));
        }
        Files.write(archive.blobs().path(digest("one")), new byte[0]);
        Files.delete(archive.blobs().path(digest("two")));

        ImportSummary summary = imported(files.get(0), files.get(1));

        assertThat(summary.cells()).isEqualTo(2);
        assertThat(summary.duplicates()).isZero();
        assertThat(archive.blobs().get(digest("one"))).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
        assertThat(archive.blobs().get(digest("two"))).isEqualTo("two".getBytes(StandardCharsets.UTF_8));
    }

    private static Incoming image(Intake intake, LabelledFile file, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Incoming.Image(
                file,
                FileStamp.of(file.path()),
                new ImageFacts(intake.keep(bytes), bytes.length, 250, 250, "jpeg", bytes[0]));
    }

    private LabelledFile file(String classCode, String name, String content) {
        return Synthetic.file(folder.resolve("files"), classCode, name, content);
    }

    private ImportSummary imported(LabelledFile... files) {
        return Synthetic.importAll(archive, plan, List.of(files), 2);
    }

    private static Digest digest(String content) {
        return Digest.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
