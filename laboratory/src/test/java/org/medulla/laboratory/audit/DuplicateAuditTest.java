package org.medulla.laboratory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.Splitting;
import org.medulla.laboratory.duplicate.DuplicateLimits;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.laboratory.picture.CellPicture;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

/** Eighty phantoms, and six of them once more: encoded anew, and filed as lymphocytes. */
class DuplicateAuditTest {
    @TempDir
    Path folder;

    private Archive archive;
    private final Map<String, Cell> originals = new HashMap<>();

    @BeforeEach
    void fill() throws IOException {
        archive = Archive.open(folder.resolve("home"));
        Path phantoms = folder.resolve("phantoms");
        Phantoms.draw(new PhantomPlan(80, 6, 1), phantoms, Progress.silent());
        take(phantoms, "phantoms");
        List<Cell> cells = new ArrayList<>();
        archive.cells().forEach(CellQuery.all(), cells::add);
        Path copies = Files.createDirectories(folder.resolve("copies/LYT/0001-1000"));
        for (int i = 0; i < 6; i++) {
            String name = String.format("LYT_%05d.jpg", i + 1);
            originals.put(name, cells.get(13 * i));
            Files.write(
                    copies.resolve(name),
                    CellPicture.of(archive, cells.get(13 * i)).pixels().toJpeg(80));
        }
        take(folder.resolve("copies"), "copies");
        archive.datasets().freeze("all", CellQuery.all());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void copiesAreFoundWithTheirClassesAndFolds() throws IOException {
        new Splitting(archive).deal("all", 2, 3, Optional.of(SplitUnit.CELL));
        DuplicateAudit.Audited audited =
                new DuplicateAudit(archive, DuplicateLimits.STANDARD).ofDataset("all", Progress.silent());

        List<DuplicateAudit.Pair> copied = audited.pairs().stream()
                .filter(pair -> pair.other().cell().source().equals("copies"))
                .toList();
        assertThat(copied).hasSize(6).allSatisfy(pair -> {
            assertThat(pair.one().cell().id())
                    .isEqualTo(Objects.requireNonNull(
                                    originals.get(pair.other().cell().fileName()))
                            .id());
            assertThat(pair.isContradictory()).isEqualTo(!pair.one().classCode().equals("LYT"));
            assertThat(pair.isLeaking())
                    .isEqualTo(!pair.one().fold().equals(pair.other().fold()));
        });
        assertThat(audited.pairs()).as("phantoms are drawn one by one").hasSize(6);
        assertThat(audited.leaking()).isBetween(1L, 5L);
        assertThat(audited.withoutEmbedding()).isEqualTo(86);

        StringBuilder csv = new StringBuilder();
        DuplicateCsv.write(audited.pairs(), csv);
        assertThat(csv.toString())
                .startsWith("bits,similarity,contradictory,leaking,cell,class,fold,source,file,sha256,other_cell,")
                .hasLineCount(7);
        assertThat(DuplicateSheet.html(archive, audited, "medulla 0"))
                .contains("6 pairs of near-duplicates among 86 cells", "different classes", "different folds")
                .contains("For Research Use Only", "data:image/jpeg;base64");
    }

    @Test
    void withoutASplitNothingLeaks() {
        DuplicateAudit.Audited audited =
                new DuplicateAudit(archive, DuplicateLimits.STANDARD).ofDataset("all", Progress.silent());
        assertThat(audited.leaking()).isZero();
        assertThat(DuplicateSheet.summary(audited)).contains("folds were not looked at");
    }

    private void take(Path path, String source) {
        Layout layout = Layouts.standard().detect(path);
        new ImageIntake(archive)
                .run(new ImportPlan(source, layout.root(), layout.name(), false), layout, Progress.silent());
    }
}
