package org.medulla.archive.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.ImportSummary;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

class CellImagesTest {
    private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Archive archive;
    private LabelledFile file;

    @BeforeEach
    void importInPlace() {
        archive = Archive.open(folder.resolve("home"));
        file = Synthetic.file(folder.resolve("files"), "BLA", "BLA_1.jpg", "one");
        importFile(file, true);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void anImageInPlaceIsReadFromWhereItIs() {
        assertThat(archive.images().bytes(cell())).isEqualTo(ONE);
    }

    @Test
    void anImageInPlaceThatHasChangedIsAnErrorOfTheData() throws IOException {
        Files.writeString(file.path(), "two");

        assertThatThrownBy(() -> archive.images().bytes(cell()))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining("BLA_1.jpg");
    }

    @Test
    void anImageInPlaceThatWasMovedIsFoundAgainByImportingItFromThere() throws IOException {
        LabelledFile moved = Synthetic.file(folder.resolve("moved"), "BLA", "BLA_1.jpg", "one");
        Files.delete(file.path());

        ImportSummary summary = importFile(moved, true);

        assertThat(summary.duplicates()).isEqualTo(1);
        assertThat(archive.images().bytes(cell())).isEqualTo(ONE);
    }

    @Test
    void importingItAgainWithoutInPlaceBringsACopyIntoTheHome() throws IOException {
        ImportSummary summary = importFile(file, false);
        Files.delete(file.path());

        assertThat(summary.cells()).isZero();
        assertThat(archive.images().bytes(cell())).isEqualTo(ONE);
    }

    private ImportSummary importFile(LabelledFile labelled, boolean inPlace) {
        ImportPlan plan = new ImportPlan("ours", folder, "published", inPlace);
        return Synthetic.importAll(archive, plan, List.of(labelled), 5);
    }

    private Cell cell() {
        return archive.cells().find(new CellId(1)).orElseThrow();
    }
}
