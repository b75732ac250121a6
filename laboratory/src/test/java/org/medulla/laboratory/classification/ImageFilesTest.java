package org.medulla.laboratory.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.MedullaException;

class ImageFilesTest {
    @TempDir
    Path folder;

    @Test
    void foldersAreWalkedInTheOrderOfTheirPaths() throws IOException {
        Path second = file("b/2.jpg");
        Path first = file("a/9.jpg");
        Path third = file("b/notes.txt");
        assertThat(ImageFiles.of(List.of(folder))).containsExactly(first, second, third);
    }

    @Test
    void hiddenFilesAndIndexesOfFileManagersArePassedOver() throws IOException {
        Path cell = file("a/1.jpg");
        file("a/.DS_Store");
        file(".git/1.jpg");
        file("a/Thumbs.db");
        assertThat(ImageFiles.of(List.of(folder))).containsExactly(cell);
    }

    @Test
    void filesStandInTheOrderInWhichTheyWereNamed() throws IOException {
        Path late = file("z.jpg");
        Path early = file("a.jpg");
        assertThat(ImageFiles.of(List.of(late, early))).containsExactly(late, early);
    }

    @Test
    void aPathThatIsNotThereIsSaidBeforeAnythingIsDone() {
        assertThatThrownBy(() -> ImageFiles.of(List.of(folder.resolve("cellls"))))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("cellls");
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }
}
