package org.medulla.archive.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.cytology.job.Progress;

/** A home of eight phantoms that the program wrote when its database had the form 1. */
class OlderHomeTest {
    @TempDir
    Path home;

    @BeforeEach
    void unpack() throws IOException {
        try (InputStream in = OlderHomeTest.class.getResourceAsStream("home-V001.zip");
                ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(in))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.copy(zip, file);
            }
        }
    }

    @Test
    void itOpensAndEveryDigestInItStillHolds() {
        try (Archive archive = Archive.open(home)) {
            assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
            DatasetVersion old = archive.datasets().get("old");
            assertThat(old.digest().hex()).startsWith("8ee0e465a253");
            assertThat(archive.splits().newest(old)).isPresent();
            assertThat(archive.nomenclature().version()).isEqualTo("marrow-1");
            assertThat(archive.datasets().nomenclature(old)).isEqualTo("marrow-1");
        }
    }

    @Test
    void itTakesNewReadingsBesideTheOldOnes() {
        try (Archive archive = Archive.open(home)) {
            archive.annotations().add(Reading.of(new CellId(1), "Dr. Weiß", "PMO"));
            assertThat(archive.annotations().of(new CellId(1)))
                    .extracting(Annotation::imported)
                    .containsExactly(true, false);
            assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
        }
    }
}
