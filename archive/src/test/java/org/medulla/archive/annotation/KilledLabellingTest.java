package org.medulla.archive.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.FullArchive;
import org.medulla.archive.cell.CellId;
import org.medulla.cytology.job.Progress;

class KilledLabellingTest {
    private static final int LABELS = 400;

    @TempDir
    Path folder;

    @Test
    void noLabelThatWasReportedAsStoredIsLostWhenTheProcessIsKilled() throws Exception {
        Path home = folder.resolve("home");
        try (Archive archive = Archive.open(home)) {
            FullArchive.fill(archive, folder.resolve("files"));
        }
        Random random = new Random(2026);
        int next = 0;
        int kills = 0;
        while (next < LABELS) {
            next = LabelProcess.runAndKill(home, next, LABELS, 30 + random.nextInt(80));
            kills++;
        }
        assertThat(kills).isGreaterThan(3);
        try (Archive archive = Archive.open(home)) {
            // A label whose process was killed before it could say so may be there twice: the reader gives it again.
            assertThat(numbers(archive))
                    .containsAll(IntStream.range(0, LABELS).boxed().toList());
            assertThat(numbers(archive)).hasSizeLessThanOrEqualTo(LABELS + kills);
            assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
        }
    }

    static List<Integer> numbers(Archive archive) {
        return LongStream.rangeClosed(1, FullArchive.CELLS)
                .mapToObj(cell -> archive.annotations().of(new CellId(cell)))
                .flatMap(List::stream)
                .map(Annotation::reading)
                .filter(reading ->
                        reading.reason().isPresent() && reading.reason().get().matches("[0-9]+"))
                .map(reading -> Integer.parseInt(reading.reason().get()))
                .toList();
    }
}
