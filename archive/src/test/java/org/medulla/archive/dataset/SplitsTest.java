package org.medulla.archive.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.cytology.dataset.DatasetItem;
import org.medulla.cytology.dataset.Split;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.dataset.Splitter;

class SplitsTest {
    private static final SplitPlan BY_CELL = new SplitPlan(2, 1, SplitUnit.CELL);
    private static final SplitPlan PUBLISHED = new SplitPlan(3, 2026, SplitUnit.PUBLISHED);

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
    void aSplitIsGivenBackAsItWasStored() {
        Split split = Splitter.split(items(), PUBLISHED);

        StoredSplit stored = archive.splits().store(version, split);

        assertThat(archive.splits().of(version)).containsExactly(stored);
        assertThat(archive.splits().newest(version).orElseThrow().split()).isEqualTo(split);
        assertThat(stored.digest().hex()).isEqualTo(split.digest());
    }

    @Test
    void theSplitThatWasStoredLastIsInUse() {
        archive.splits().store(version, Splitter.split(items(), PUBLISHED));
        StoredSplit second = archive.splits().store(version, Splitter.split(items(), BY_CELL));

        assertThat(archive.splits().newest(version)).contains(second);
        assertThat(archive.splits().of(version)).hasSize(2);
    }

    @Test
    void storingTheSplitInUseAgainChangesNothing() {
        StoredSplit stored = archive.splits().store(version, Splitter.split(items(), BY_CELL));

        assertThat(archive.splits().store(version, Splitter.split(items(), BY_CELL)))
                .isEqualTo(stored);
        assertThat(archive.splits().of(version)).hasSize(1);
    }

    @Test
    void aSplitMayLeaveCellsOut() {
        Split whole = Splitter.split(items(), BY_CELL);
        SortedMap<String, Integer> fewer = new TreeMap<>(whole.folds());
        fewer.remove(fewer.firstKey());
        Split part = new Split(BY_CELL, fewer);

        archive.splits().store(version, part);

        assertThat(archive.splits().newest(version).orElseThrow().split()).isEqualTo(part);
    }

    private List<DatasetItem> items() {
        return archive.datasets().cells(version).stream().map(FrozenCell::item).toList();
    }
}
