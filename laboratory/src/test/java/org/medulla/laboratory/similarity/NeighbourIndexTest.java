package org.medulla.laboratory.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.prediction.Embedding;
import org.medulla.cytology.job.Progress;

class NeighbourIndexTest {
    @TempDir
    Path folder;

    @Test
    void itFindsTheTenMostSimilarOfThreeThousandAsAScanDoes() {
        List<Embedding> centres = Vectors.random(100, 64, 1);
        List<Embedding> cells = Vectors.scattered(centres, 3_000, 0.8, 2);
        Path file = folder.resolve("index.jvector");
        NeighbourIndex.build(Vectors.forIndex(cells), file, Progress.silent());
        try (NeighbourIndex index = NeighbourIndex.open(file)) {
            assertThat(index.size()).isEqualTo(3_000);
            assertThat(Vectors.recall(Vectors.scan(cells), index, Vectors.scattered(centres, 200, 0.8, 3), 10))
                    .isGreaterThanOrEqualTo(0.99);
        }
        assertThat(folder).isDirectoryContaining("glob:**.jvector");
        assertThat(folder).isDirectoryNotContaining("glob:**.draft");
    }
}
