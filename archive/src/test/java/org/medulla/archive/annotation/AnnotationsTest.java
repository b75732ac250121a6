package org.medulla.archive.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.cytology.job.MedullaException;

class AnnotationsTest {
    private static final CellId FIRST = new CellId(1);

    @TempDir
    Path folder;

    @Test
    void thePublishedLabelIsAnAnnotationWhoseReaderIsTheSource() {
        try (Archive archive = archiveOfOneBlast()) {
            assertThat(archive.annotations().of(FIRST)).singleElement().satisfies(annotation -> {
                assertThat(annotation.reader()).isEqualTo("published");
                assertThat(annotation.classCode()).isEqualTo("BLA");
                assertThat(annotation.imported()).isTrue();
            });
        }
    }

    @Test
    void aReviewBecomesCurrentAndTheFirstLabelStays() {
        try (Archive archive = archiveOfOneBlast()) {
            archive.annotations().add(FIRST, "Dr. Weiß", "PMO", "azurophil granules");

            assertThat(archive.annotations().of(FIRST))
                    .extracting(Annotation::classCode)
                    .containsExactly("BLA", "PMO");
            assertThat(archive.cells().find(FIRST).orElseThrow().classCode()).isEqualTo("PMO");
            assertThat(archive.cells().countsByClass(CellQuery.all())).isEqualTo(Map.of("PMO", 1L));
        }
    }

    @Test
    void aReviewOfACellThatIsNotThereIsRefused() {
        try (Archive archive = archiveOfOneBlast()) {
            assertThatThrownBy(() -> archive.annotations().add(new CellId(2), "Dr. Weiß", "PMO", "why"))
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining("no cell 2");
        }
    }

    private Archive archiveOfOneBlast() {
        Archive archive = Archive.open(folder.resolve("home"));
        Synthetic.importAll(
                archive,
                new ImportPlan("published", folder, "published", false),
                List.of(Synthetic.file(folder.resolve("files"), "BLA", "BLA_1.jpg", "one")),
                10);
        return archive;
    }
}
