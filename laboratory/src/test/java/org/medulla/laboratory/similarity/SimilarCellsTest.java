package org.medulla.laboratory.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.archive.prediction.Embedded;
import org.medulla.archive.prediction.Embedding;
import org.medulla.archive.prediction.Prediction;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

/** Forty cells whose embeddings stand around a circle, each nine degrees from the one before. */
class SimilarCellsTest {
    private static final int CELLS = 40;
    private static final Digest MODEL = Digest.of("model".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void fill() {
        Path phantoms = folder.resolve("phantoms");
        Phantoms.draw(new PhantomPlan(CELLS, 2, 1), phantoms, Progress.silent());
        archive = Archive.open(folder.resolve("home"));
        Layout layout = Layouts.standard().detect(phantoms);
        new ImageIntake(archive)
                .run(new ImportPlan("phantoms", layout.root(), layout.name(), false), layout, Progress.silent());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void theNeighboursOnTheCircleAreFoundFirst() {
        embed(1, CELLS);
        try (SimilarCells cells = SimilarCells.open(archive, Progress.silent())) {
            assertThat(cells.isExact()).isTrue();
            assertThat(numbers(cells.like(new CellId(10), 2, _ -> true))).containsExactlyInAnyOrder(9L, 11L);
            assertThat(numbers(cells.like(new CellId(10), 2, cell -> cell > 20)))
                    .containsExactly(40L, 21L);
        }
    }

    @Test
    void cellsBeyondTheIndexAreFoundBesideThoseInIt() throws Exception {
        embed(1, 30);
        try (SimilarCells cells = SimilarCells.open(archive, MODEL, 20, Progress.silent())) {
            assertThat(cells.isExact()).isFalse();
            embed(31, CELLS);
            cells.update(Progress.silent());
            assertThat(cells.size()).isEqualTo(CELLS);
            assertThat(numbers(cells.like(new CellId(30), 2, _ -> true))).containsExactlyInAnyOrder(29L, 31L);
        }
        try (SimilarCells again = SimilarCells.open(archive, MODEL, 20, Progress.silent())) {
            assertThat(numbers(again.like(new CellId(31), 2, _ -> true))).containsExactlyInAnyOrder(30L, 32L);
        }
        try (SimilarCells anew = SimilarCells.open(archive, MODEL, 5, Progress.silent())) {
            assertThat(numbers(anew.like(new CellId(40), 2, _ -> true))).containsExactlyInAnyOrder(39L, 1L);
        }
        try (var files = Files.list(folder.resolve("home/similarity"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void withoutEmbeddingsItSaysWhatToDo() {
        assertThatThrownBy(() -> SimilarCells.open(archive, Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("medulla predict");
        embed(1, 5);
        try (SimilarCells cells = SimilarCells.open(archive, Progress.silent())) {
            assertThatThrownBy(() -> cells.like(new CellId(6), 1, _ -> true))
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining("cell 6");
        }
    }

    private void embed(int from, int to) {
        List<Embedded> cells = new ArrayList<>();
        for (int cell = from; cell <= to; cell++) {
            double angle = 2 * Math.PI * cell / CELLS;
            cells.add(new Embedded(
                    new Prediction(new CellId(cell), "BLA", 0.5f, "LYT", 0.1f, true, 0.5f),
                    Embedding.of(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)})));
        }
        archive.predictions().addEmbedded(MODEL, cells);
    }

    private static List<Long> numbers(List<SimilarCell> cells) {
        return cells.stream().map(similar -> similar.cell().value()).toList();
    }
}
