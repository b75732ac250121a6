package org.medulla.archive.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/** A laboratory corrects labels; another one has the same images but for the last. */
class PatchingTest {
    @TempDir
    Path folder;

    private Archive here;
    private Archive there;

    @BeforeEach
    void fill() {
        here = archive("here", 6);
        there = archive("there", 5);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void correctionsGoToACopyOfTheImagesAndCanBeTakenBack() throws IOException {
        DatasetVersion version = here.datasets().freeze("all", CellQuery.all());
        here.annotations().add(Reading.of(new CellId(1), "Dr. Weiß", "PMO").because("granules"));
        here.annotations().add(Reading.of(new CellId(2), "Dr. Weiß", "MYB"));
        here.annotations().add(Reading.of(new CellId(3), "Dr. Weiß", "LYT"));
        here.annotations().add(Reading.of(new CellId(6), "Dr. Weiß", "LYT"));
        there.annotations().add(Reading.of(new CellId(2), "Dr. Roth", "MMZ"));
        there.annotations().add(Reading.of(new CellId(3), "Dr. Roth", "LYT"));

        LabelPatch made = here.patching().since(here.datasets().cells(version), "some");
        Path file = Files.writeString(folder.resolve("patch.json"), PatchFile.text(made));
        LabelPatch patch = PatchFile.read(file);
        assertThat(patch).isEqualTo(made);
        assertThat(patch.corrections()).hasSize(4);

        Patching.Outcome applied = there.patching().apply(patch);
        assertThat(applied.changed()).isOne();
        assertThat(applied.already()).isOne();
        assertThat(applied.missing()).isOne();
        assertThat(applied.others()).extracting(cell -> cell.id().value()).containsExactly(2L);
        assertThat(classes(there)).containsExactly("PMO", "MMZ", "LYT", "BLA", "BLA");
        assertThat(there.decisions().of(new CellId(1))).singleElement().satisfies(decided -> {
            assertThat(decided.rule()).isEqualTo("label patch " + patch.digest().hex());
            assertThat(decided.decision().reason()).contains("granules");
        });
        assertThat(there.patching().apply(patch).changed()).isZero();

        assertThat(there.patching().takeBack(patch).changed()).isEqualTo(2);
        assertThat(classes(there)).containsExactly("BLA", "MMZ", "BLA", "BLA", "BLA");
        assertThat(there.verify(Progress.silent()).findings()).isEmpty();
    }

    /** sha256sum of the line that the javadoc of LabelPatch describes. */
    @Test
    void itsDigestIsTheOneThatIsDescribed() {
        Digest image = new Digest("0".repeat(64));
        LabelPatch patch =
                new LabelPatch("one", List.of(new Correction(image, "BLA", "PMO", Map.of(), Optional.empty())));
        assertThat(patch.digest().hex()).isEqualTo("e2f5d1883d834018414a678f45b0f29aa6243adc1a160f3693b5f972038cfb7b");
    }

    @Test
    void aFileThatWasChangedIsRefused() throws IOException {
        DatasetVersion version = here.datasets().freeze("all", CellQuery.all());
        here.annotations().add(Reading.of(new CellId(1), "Dr. Weiß", "PMO"));
        String text = PatchFile.text(here.patching().since(here.datasets().cells(version), "one"));
        Path file = Files.writeString(folder.resolve("patch.json"), text.replace("PMO", "MYB"));
        assertThatThrownBy(() -> PatchFile.read(file))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("was changed after it was made");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> PatchFile.read(file)).hasMessageContaining("is no label patch");
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> PatchFile.read(file)).hasMessageContaining("cannot be read as a label patch");
    }

    private Archive archive(String name, int cells) {
        Archive archive = Archive.open(folder.resolve(name));
        List<LabelledFile> files = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            files.add(Synthetic.file(folder.resolve("files"), "BLA", i + ".jpg", "cell " + i));
        }
        Synthetic.importAll(archive, new ImportPlan(name, folder, "published", false), files, 10);
        return archive;
    }

    private static List<String> classes(Archive archive) {
        List<String> classes = new ArrayList<>();
        archive.cells().forEach(CellQuery.all(), (Cell cell) -> classes.add(cell.classCode()));
        return classes;
    }
}
