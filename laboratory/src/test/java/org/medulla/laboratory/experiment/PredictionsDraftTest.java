package org.medulla.laboratory.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

class PredictionsDraftTest {
    private static final List<String> CLASSES = List.of("BLA", "LYT");
    private static final List<FrozenCell> CELLS =
            IntStream.range(0, 6).mapToObj(PredictionsDraftTest::cell).toList();

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBackToTheLastBit() {
        Path file = folder.resolve("small/fold-0.csv");
        try (PredictionsDraft draft = new PredictionsDraft(file, CLASSES, CELLS)) {
            draft.add(rows(0, 6));
            assertThat(file).doesNotExist();
            draft.finish();
        }
        FoldPredictions read = PredictionsCsv.read(file);

        assertThat(read.classes()).isEqualTo(CLASSES);
        assertThat(read.cells()).isEqualTo(rows(0, 6));
        assertThat(folder.resolve("small")).isDirectoryNotContaining("glob:**.part");
    }

    /** Wherever a kill cut the draft, the whole rows are kept and the rest is asked for again. */
    @Test
    void aDraftThatAKillCutShortIsGoneOnWith() throws IOException {
        Path file = folder.resolve("fold-0.csv");
        Path part = folder.resolve("fold-0.csv.part");
        try (PredictionsDraft draft = new PredictionsDraft(file, CLASSES, CELLS)) {
            draft.add(rows(0, 4));
        }
        byte[] whole = Files.readAllBytes(part);
        boolean wasPartial = false;
        for (int length = whole.length; length >= 0; length--) {
            Files.write(part, java.util.Arrays.copyOf(whole, length));
            try (PredictionsDraft draft = new PredictionsDraft(file, CLASSES, CELLS)) {
                int done = draft.done();
                wasPartial |= done == 2;
                draft.add(rows(done, 6));
                draft.finish();
            }
            assertThat(PredictionsCsv.read(file).cells()).isEqualTo(rows(0, 6));
        }
        assertThat(wasPartial).isTrue();
    }

    @Test
    void aDraftOfOtherCellsOrClassesIsBegunAnew() {
        Path file = folder.resolve("fold-0.csv");
        try (PredictionsDraft draft = new PredictionsDraft(file, CLASSES, CELLS)) {
            draft.add(rows(0, 3));
        }
        try (PredictionsDraft draft = new PredictionsDraft(file, List.of("LYT", "BLA"), CELLS)) {
            assertThat(draft.done()).isZero();
            draft.add(rows(0, 3));
        }
        try (PredictionsDraft draft = new PredictionsDraft(file, List.of("LYT", "BLA"), CELLS.reversed())) {
            assertThat(draft.done()).isZero();
        }
    }

    @Test
    void aDamagedFileIsNamedWithWhatToDo() throws IOException {
        Path file = folder.resolve("fold-0.csv");
        for (String text :
                List.of("", "sha256\n", "no,csv", "sha256,file,source,patient,smear,class,predicted,p_A,p_B\na,b\n")) {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            assertThatThrownBy(() -> PredictionsCsv.read(file))
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining("fold-0.csv")
                    .hasMessageContaining("delete the file");
        }
    }

    /** File names with a comma, a quotation mark and letters beyond ASCII; every second patient unknown. */
    private static FrozenCell cell(int number) {
        return new FrozenCell(
                number,
                new CellId(number + 1),
                Digest.of(new byte[] {(byte) number}),
                number % 2 == 0 ? "BLA" : "LYT",
                "Zelle ä, \"" + number + "\".jpg",
                "laboratory A",
                number % 2 == 0 ? Optional.empty() : Optional.of("P" + number),
                Optional.empty());
    }

    private static List<PredictedCell> rows(int from, int to) {
        return CELLS.subList(from, to).stream()
                .map(cell ->
                        PredictedCell.of(cell, new float[] {1f / (3 + cell.position()), 1 - 1f / (3 + cell.position())
                        }))
                .toList();
    }
}
