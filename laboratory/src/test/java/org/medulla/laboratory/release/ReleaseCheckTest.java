package org.medulla.laboratory.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.archive.Archive;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

class ReleaseCheckTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void anUntouchedReleaseIsClean(ReleaseForm form) {
        ReleaseCheckReport report = check(release(form));
        assertThat(report.findings()).isEmpty();
        assertThat(report.cells()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void aChangedByteIsFoundInWhicheverFileItIs(ReleaseForm form) throws IOException {
        Path release = release(form);
        for (String file : ReleaseFolder.files(release)) {
            if (file.equals(ReleaseFolder.MANIFEST)) {
                continue;
            }
            byte[] whole = Files.readAllBytes(release.resolve(file));
            byte[] changed = whole.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(release.resolve(file), changed);
            assertThat(check(release).findings())
                    .as(file)
                    .anySatisfy(finding -> assertThat(finding.file()).isEqualTo(file));
            Files.write(release.resolve(file), whole);
        }
        assertThat(check(release).isClean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void aMissingAndASurplusFileAreNamed(ReleaseForm form) throws IOException {
        Path release = release(form);
        Files.delete(release.resolve("splits/1-cell.txt"));
        Files.writeString(release.resolve("extra.txt"), "surplus");
        assertThat(check(release).findings())
                .containsExactly(
                        new ReleaseFinding("splits/1-cell.txt", "is missing"),
                        new ReleaseFinding("extra.txt", "is not part of the release"));
    }

    @Test
    void listsThatDisagreeAreFoundEvenWhenTheManifestWasMadeAnew() throws IOException {
        Path release = release(ReleaseForm.FOLDER);
        String cells = Files.readString(release.resolve("cells.csv"));
        Files.writeString(release.resolve("cells.csv"), cells.replaceFirst(",MYB,", ",LYT,"));
        manifestAnew(release);
        assertThat(check(release).findings()).extracting(ReleaseFinding::file).contains("cells.csv", "croissant.json");
    }

    @Test
    void swappedImagesAreFoundEvenWhenTheManifestWasMadeAnew() throws IOException {
        Path release = release(ReleaseForm.FOLDER);
        Path one = release.resolve("images/EOS/EOS_00001.bmp");
        Path two = release.resolve("images/EOS/EOS_00002.bmp");
        byte[] bytes = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(two));
        Files.write(two, bytes);
        manifestAnew(release);
        assertThat(check(release).findings())
                .extracting(ReleaseFinding::file)
                .containsExactlyInAnyOrder("images/EOS/EOS_00001.bmp", "images/EOS/EOS_00002.bmp");
    }

    @Test
    void aFolderWithoutAManifestIsNoRelease() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> check(folder.resolve("empty")))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("manifest-sha256.txt");
    }

    @Test
    void aDamagedManifestIsSaidToBeSo() throws IOException {
        Path release = release(ReleaseForm.FOLDER);
        Files.writeString(release.resolve(ReleaseFolder.MANIFEST), "abc  cells.csv\n");
        assertThatThrownBy(() -> check(release))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("abc  cells.csv");
    }

    private Path release(ReleaseForm form) {
        Path out = folder.resolve("release");
        try (Archive archive = TinyHome.open(folder)) {
            new ReleaseWriter(archive)
                    .write(
                            new ReleaseRequest(
                                    TinyHome.DATASET,
                                    out,
                                    form,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Licences.read(List.of("CC-BY-4.0")),
                                    Optional.empty(),
                                    Optional.empty(),
                                    3000,
                                    "medulla test"),
                            Progress.silent());
        }
        return out;
    }

    private static ReleaseCheckReport check(Path release) {
        return ReleaseCheck.check(release, Progress.silent());
    }

    private static void manifestAnew(Path release) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : ReleaseFolder.files(release)) {
            if (!file.equals(ReleaseFolder.MANIFEST)) {
                lines.append(Digest.of(release.resolve(file)))
                        .append("  ")
                        .append(file)
                        .append('\n');
            }
        }
        Files.writeString(release.resolve(ReleaseFolder.MANIFEST), lines);
    }
}
