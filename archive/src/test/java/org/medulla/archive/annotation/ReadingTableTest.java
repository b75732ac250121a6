package org.medulla.archive.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

class ReadingTableTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void fill() {
        archive = Archive.open(folder.resolve("home"));
        Synthetic.importAll(
                archive,
                new ImportPlan("published", folder, "published", false),
                List.of(
                        Synthetic.file(folder.resolve("files"), "BLA", "1.jpg", "one"),
                        Synthetic.file(folder.resolve("files"), "BLA", "2.jpg", "two")),
                10);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void everyColumnIsRead() {
        assertThat(read("Cell;Class;Reader;Certainty;Seconds;Blinded;Reason", "2;pmo;Dr. Roth;likely;4,5;yes;granules"))
                .containsExactly(new Reading(
                        new CellId(2),
                        "Dr. Roth",
                        "PMO",
                        Optional.of("granules"),
                        Optional.of(Certainty.LIKELY),
                        OptionalDouble.of(4.5),
                        true,
                        Optional.empty()));
    }

    @Test
    void aCellMayBeNamedByItsImageAndALineWithoutAClassWasNotRead() {
        String second = Digest.of("two".getBytes(StandardCharsets.UTF_8)).hex();
        assertThat(read("sha256,class,cell", second + ",EBO,", ",,1"))
                .containsExactly(Reading.of(new CellId(2), "Dr. Weiß", "EBO"));
    }

    @Test
    void whatCannotBeTakenIsSaidWithItsLine() {
        assertThatThrownBy(
                        () -> read("cell,class,seconds,certainty", "1,XXX,,", "7,EBO,,", "1,EBO,soon,", "2,EBO,,maybe"))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("line 2: There is no cell class \"XXX\"")
                .hasMessageContaining("line 3: there is no cell 7")
                .hasMessageContaining("line 4: \"soon\" is no number of seconds")
                .hasMessageContaining("line 5: \"maybe\" is no certainty");
        assertThatThrownBy(() -> read("cell,kind", "1,EBO")).hasMessageContaining("no column \"class\"");
        assertThatThrownBy(() -> read("sha256,class", "abc,EBO")).hasMessageContaining("\"abc\" is no SHA-256");
    }

    private List<Reading> read(String... lines) {
        try {
            Path file = Files.write(folder.resolve("readings.csv"), List.of(lines));
            return new ReadingTable(archive.cells(), Nomenclature.standard()).read(file, Optional.of("Dr. Weiß"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
