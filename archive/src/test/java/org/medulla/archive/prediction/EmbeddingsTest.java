package org.medulla.archive.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.verification.Finding;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

class EmbeddingsTest {
    private static final Digest MODEL = Digest.of("model".getBytes(StandardCharsets.UTF_8));
    private static final Digest OTHER = Digest.of("other".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void fill() {
        archive = Archive.open(folder.resolve("home"));
        List<LabelledFile> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(Synthetic.file(folder.resolve("marrow"), "BLA", i + ".jpg", "marrow " + i));
        }
        Synthetic.importAll(archive, new ImportPlan("marrow", folder.resolve("marrow"), "published", false), files, 10);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void theyAreKeptAsUnitVectorsInTheOrderOfTheirBatches() {
        archive.predictions().addEmbedded(MODEL, List.of(embedded(4, 3, 4), embedded(2, 0, -2)));
        archive.predictions().addEmbedded(MODEL, List.of(embedded(1, 5, 0)));
        assertThat(archive.embeddings().embeddedBy(MODEL)).containsExactly(new CellId(2), new CellId(4), new CellId(1));
        assertThat(archive.embeddings().count(MODEL)).isEqualTo(3);
        Embedding four = archive.embeddings().find(MODEL, new CellId(4)).orElseThrow();
        assertThat(four.number(0)).isCloseTo(0.6f, within(1e-3f));
        assertThat(four.number(1)).isCloseTo(0.8f, within(1e-3f));
        assertThat(archive.embeddings().find(MODEL, new CellId(2)).orElseThrow().cosine(four))
                .isCloseTo(-0.8, within(1e-3));
        List<List<CellId>> blocks = new ArrayList<>();
        archive.embeddings().forEach(MODEL, block -> blocks.add(block.cells()));
        assertThat(blocks).containsExactly(List.of(new CellId(2), new CellId(4)), List.of(new CellId(1)));
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void eachBelongsToItsModel() {
        archive.predictions().addEmbedded(MODEL, List.of(embedded(1, 1, 0)));
        archive.predictions().addEmbedded(OTHER, List.of(embedded(2, 1, 0)));
        archive.predictions().add(MODEL, List.of(prediction(3)));
        assertThat(archive.embeddings().newestModel()).contains(OTHER);
        assertThat(archive.embeddings().find(MODEL, new CellId(2))).isEmpty();
        assertThat(archive.embeddings().embeddedBy(MODEL)).containsExactly(new CellId(1));
        assertThat(archive.predictions().newest(new CellId(3))).isPresent();
    }

    @Test
    void aChangedNumberIsFoundAndACutOffOneIsRefused() throws SQLException {
        archive.predictions().addEmbedded(MODEL, List.of(embedded(1, 1, 0), embedded(2, 0, 1)));
        try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/medulla.sqlite"));
                Statement statement = sql.createStatement()) {
            statement.executeUpdate("update embedding set vectors = x'003c00'");
        }
        assertThat(archive.verify(Progress.silent()).findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.EDITED_ROW);
        assertThatThrownBy(() -> archive.embeddings().find(MODEL, new CellId(1)))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("2 cells with 2 numbers each");
    }

    private static Embedded embedded(long cell, float... numbers) {
        return new Embedded(prediction(cell), Embedding.of(numbers));
    }

    private static Prediction prediction(long cell) {
        return new Prediction(new CellId(cell), "BLA", 0.5f, "LYT", 0.1f, true, 0.5f);
    }
}
