package org.medulla.archive.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.cytology.job.MedullaException;

class DatasetsTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void fill() {
        archive = Archive.open(folder.resolve("home"), NOON);
        importFiles(
                file("BLA", "BLA_1.jpg", "one"),
                file("BLA", "BLA_2.jpg", "two"),
                file("EBO", "EBO_1.jpg", "three"),
                file("EBO", "EBO_2.jpg", "two"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void theManifestListsTheCellsByDigestAndItsOwnDigestNamesTheVersion() {
        DatasetVersion version = archive.datasets().freeze("first", CellQuery.all());

        String manifest = new String(archive.datasets().manifest(version), StandardCharsets.UTF_8);
        assertThat(manifest).isEqualTo("""
                        sha256,class,file_name,source,patient,smear
                        3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3,BLA,BLA_2.jpg,published,,
                        7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed,BLA,BLA_1.jpg,published,,
                        8b5b9db0c13db24256c829aa364aa90c6d2eba318b9232a4ab9313b954d3555f,EBO,EBO_1.jpg,published,,
                        """);
        assertThat(version.digest()).isEqualTo(Digest.of(manifest.getBytes(StandardCharsets.UTF_8)));
        assertThat(version.cells()).isEqualTo(3);
        assertThat(version.contradictions()).isEqualTo(1);
    }

    @Test
    void freezingTheSameCellsUnderTheSameNameChangesNothing() {
        DatasetVersion first = archive.datasets().freeze("first", CellQuery.all());

        assertThat(archive.datasets().freeze("first", CellQuery.all())).isEqualTo(first);
        assertThat(archive.datasets().list()).containsExactly(first);
    }

    @Test
    void freezingOtherCellsUnderATakenNameIsRefused() {
        archive.datasets().freeze("first", CellQuery.all());

        assertThatThrownBy(
                        () -> archive.datasets().freeze("first", CellQuery.all().ofClasses(Set.of("EBO"))))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("choose another name");
    }

    @Test
    void aFrozenVersionKeepsItsClassesWhenACellIsReviewedLater() {
        DatasetVersion version = archive.datasets().freeze("first", CellQuery.all());

        archive.annotations().add(Reading.of(new CellId(1), "Dr. Weiß", "PMO"));

        assertThat(archive.datasets().cells(version))
                .extracting(FrozenCell::classCode)
                .containsExactly("BLA", "BLA", "EBO");
        assertThat(archive.datasets().freeze("second", CellQuery.all()).digest())
                .isNotEqualTo(version.digest());
    }

    @Test
    void aQueryWithoutAnyCellIsRefused() {
        assertThatThrownBy(
                        () -> archive.datasets().freeze("none", CellQuery.all().ofClasses(Set.of("HAC"))))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("class=HAC");
    }

    @Test
    void aDatasetThatIsNotThereIsAnErrorThatNamesThoseThereAre() {
        archive.datasets().freeze("first", CellQuery.all());

        assertThatThrownBy(() -> archive.datasets().get("second"))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("there are first");
    }

    private void importFiles(LabelledFile... files) {
        Synthetic.importAll(archive, new ImportPlan("published", folder, "published", false), List.of(files), 2);
    }

    private LabelledFile file(String classCode, String name, String content) {
        return Synthetic.file(folder.resolve("files"), classCode, name, content);
    }
}
