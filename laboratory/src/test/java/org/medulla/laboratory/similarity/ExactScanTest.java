package org.medulla.laboratory.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.prediction.Embedding;

class ExactScanTest {
    @Test
    void itFindsWhatSortingAllCosinesFinds() {
        List<Embedding> cells = Vectors.random(10_000, 24, 1);
        ExactScan scan = Vectors.scan(cells);
        for (Embedding query : Vectors.random(20, 24, 2)) {
            List<SimilarCell> found = scan.nearest(query, 5, cell -> cell % 3 != 0);
            List<Integer> sorted = IntStream.range(0, cells.size())
                    .filter(place -> (place + 1) % 3 != 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            (Integer place) -> -cells.get(place).cosine(query)))
                    .limit(5)
                    .toList();
            for (int i = 0; i < 5; i++) {
                assertThat(found.get(i).similarity())
                        .isCloseTo(cells.get(sorted.get(i)).cosine(query), within(1e-3));
            }
            assertThat(found.getFirst().cell()).isEqualTo(new CellId(sorted.getFirst() + 1L));
        }
    }

    @Test
    void ofEqualCellsTheFirstOnesAreFound() {
        List<Embedding> cells = IntStream.range(0, 9_000)
                .mapToObj(_ -> Embedding.of(new float[] {1, 1}))
                .toList();
        assertThat(Vectors.scan(cells).nearest(cells.getFirst(), 3, _ -> true))
                .extracting(similar -> similar.cell().value())
                .containsExactly(1L, 2L, 3L);
    }
}
