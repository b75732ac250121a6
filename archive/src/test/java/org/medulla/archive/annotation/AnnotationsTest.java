package org.medulla.archive.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

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
            archive.annotations().add(Reading.of(FIRST, "Dr. Weiß", "PMO").because("azurophil granules"));

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
            assertThatThrownBy(() -> archive.annotations().add(Reading.of(new CellId(2), "Dr. Weiß", "PMO")))
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining("no cell 2");
        }
    }

    @Test
    void everythingThatAReaderSaysIsKept() {
        try (Archive archive = archiveOfOneBlast()) {
            Reading said = new Reading(
                    FIRST,
                    "Dr. Weiß",
                    "PMO",
                    Optional.of("granules"),
                    Optional.of(Certainty.LIKELY),
                    OptionalDouble.of(4.5),
                    false,
                    Optional.of(Digest.of(new byte[] {1})));
            archive.annotations().add(said);
            assertThat(archive.annotations().of(FIRST).getLast().reading()).isEqualTo(said);
            assertThat(archive.verify(Progress.silent()).isClean()).isTrue();
        }
    }

    @Test
    void manyReadingsAreAllStoredOrNone() {
        try (Archive archive = archiveOfOneBlast()) {
            assertThatThrownBy(() -> archive.annotations()
                            .addAll(List.of(
                                    Reading.of(FIRST, "Dr. Weiß", "PMO"),
                                    Reading.of(new CellId(9), "Dr. Weiß", "PMO"))))
                    .hasMessageContaining("no cell 9");
            assertThat(archive.annotations().of(FIRST)).hasSize(1);
            archive.annotations()
                    .addAll(List.of(Reading.of(FIRST, "Dr. Weiß", "PMO"), Reading.of(FIRST, "Dr. Weiß", "MYB")));
            assertThat(archive.cells().find(FIRST).orElseThrow().classCode()).isEqualTo("MYB");
            assertThat(archive.verify(Progress.silent()).isClean()).isTrue();
        }
    }

    @Test
    void whatNoReaderCanSayIsRefused() {
        Reading plain = Reading.of(FIRST, "Dr. Weiß", "PMO");
        assertThatThrownBy(() -> Reading.of(FIRST, " ", "PMO")).hasMessageContaining("name");
        assertThatThrownBy(() -> new Reading(
                        FIRST,
                        "A",
                        "PMO",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.of(-1),
                        false,
                        Optional.empty()))
                .hasMessageContaining("seconds");
        assertThatThrownBy(() -> new Reading(
                        FIRST,
                        "A",
                        "PMO",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        true,
                        Optional.of(Digest.of(new byte[] {1}))))
                .hasMessageContaining("not blinded");
        assertThat(plain.blinded()).isFalse();
        assertThatThrownBy(() -> Certainty.of("maybe")).hasMessageContaining("sure, likely, unsure");
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
