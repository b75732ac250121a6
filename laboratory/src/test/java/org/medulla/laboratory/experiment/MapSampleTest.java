package org.medulla.laboratory.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.digest.Digest;

class MapSampleTest {
    /** 700 lymphocytes, 250 blasts, 3 plasma cells. */
    private static final List<FrozenCell> CELLS = IntStream.range(0, 953)
            .mapToObj(number -> new FrozenCell(
                    number,
                    new CellId(number + 1),
                    Digest.of(Integer.toString(number).getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                    number < 700 ? "LYT" : number < 950 ? "BLA" : "PLM",
                    number + ".jpg",
                    "A",
                    Optional.empty(),
                    Optional.empty()))
            .toList();

    @Test
    void aFewCellsAreAllShown() {
        assertThat(MapSample.of(CELLS)).isEqualTo(CELLS);
    }

    @Test
    void ofManyCellsAllRareOnesAreShownAndEquallyManyOfTheOthers() {
        List<FrozenCell> sample = MapSample.of(CELLS, 200);
        Map<String, Long> counts = sample.stream()
                .map(FrozenCell::classCode)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts).isEqualTo(Map.of("PLM", 3L, "BLA", 98L, "LYT", 98L));
        assertThat(sample)
                .isSubsetOf(CELLS)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> a.position() - b.position());
        assertThat(MapSample.of(CELLS, 200)).isEqualTo(sample);
    }
}
