package org.medulla.archive.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;

class SplitsTest {
    private static final Digest ONE = Digest.of(new byte[] {1});
    private static final Digest TWO = Digest.of(new byte[] {2});

    @TempDir
    Path folder;

    private Archive archive;
    private DatasetVersion version;

    @BeforeEach
    void fill() {
        archive = Archive.open(folder.resolve("home"));
        Synthetic.importAll(
                archive,
                new ImportPlan("published", folder, "published", false),
                List.of(
                        Synthetic.file(folder.resolve("files"), "BLA", "BLA_1.jpg", "one"),
                        Synthetic.file(folder.resolve("files"), "BLA", "BLA_2.jpg", "two"),
                        Synthetic.file(folder.resolve("files"), "EBO", "EBO_1.jpg", "three")),
                5);
        version = archive.datasets().freeze("first", CellQuery.all());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void aSplitIsGivenBackInTheOrderOfTheManifest() {
        StoredSplit split = archive.splits().store(version, "by cell", ONE, List.of(2, 0, -1));

        assertThat(archive.splits().folds(split)).containsExactly(2, 0, -1);
        assertThat(split.folds()).isEqualTo(3);
    }

    @Test
    void theSplitThatWasStoredLastIsInUse() {
        archive.splits().store(version, "by cell", ONE, List.of(0, 1, 0));
        StoredSplit second = archive.splits().store(version, "by patient", TWO, List.of(1, 1, 0));

        assertThat(archive.splits().newest(version)).contains(second);
        assertThat(archive.splits().of(version)).hasSize(2);
        assertThat(archive.splits().folds(second)).containsExactly(1, 1, 0);
    }

    @Test
    void storingTheSplitInUseAgainChangesNothing() {
        StoredSplit split = archive.splits().store(version, "by cell", ONE, List.of(0, 1, 0));

        assertThat(archive.splits().store(version, "by cell", ONE, List.of(0, 1, 0)))
                .isEqualTo(split);
        assertThat(archive.splits().of(version)).hasSize(1);
    }

    @Test
    void aSplitOfAnotherNumberOfCellsIsRefused() {
        assertThatThrownBy(() -> archive.splits().store(version, "by cell", ONE, List.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
