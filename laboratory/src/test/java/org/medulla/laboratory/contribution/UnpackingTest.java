package org.medulla.laboratory.contribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

class UnpackingTest {
    private static final String LONG = "a-folder-with-a-long-name/".repeat(8) + "cell.png";

    @TempDir
    Path folder;

    @Test
    void aZipATarAndACompressedTarGiveTheSameFiles() throws IOException {
        List<String> names = List.of("BLA/one.png", "LYT/two.png", LONG, ".hidden", "__MACOSX/BLA/._one.png");
        for (Path archive : List.of(zip(names), tar(names, false), tar(names, true))) {
            assertThat(unpacked(archive)).containsExactlyInAnyOrder("BLA/one.png", "LYT/two.png", LONG);
        }
    }

    @Test
    void aPathThatLeadsOutRefusesTheArchiveAndWritesNothing() throws IOException {
        for (String name :
                List.of("../out.png", "BLA/../../out.png", "/tmp/out.png", "C:\\out.png", "a\\..\\..\\out.png")) {
            assertThatThrownBy(() -> unpacked(zip(List.of("BLA/one.png", name))))
                    .as(name)
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining("leads out of it");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(file -> file.endsWith("out.png"))).isEmpty();
        }
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path archive = folder.resolve("links.tar");
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            TarArchiveEntry link = new TarArchiveEntry("BLA", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
        }
        assertThatThrownBy(() -> unpacked(archive)).hasMessageContaining("links are not followed");
        Path sent = Files.createDirectories(folder.resolve("sent"));
        Files.createSymbolicLink(sent.resolve("cell.png"), Path.of("/etc/hostname"));
        assertThatThrownBy(() -> unpacked(sent)).hasMessageContaining("links are not followed");
    }

    @Test
    void aBombIsRefusedLongBeforeItFillsTheDisk() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < 4; i++) {
                out.putNextEntry(new ZipEntry("BLA/" + i + ".png"));
                out.write(new byte[40 << 20]);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThatThrownBy(() -> unpacked(bomb)).hasMessageContaining("made to fill a disk");
        UnpackLimits few = new UnpackLimits(1, 10, 1000, 100, 1000);
        assertThatThrownBy(() -> unpacked(zip(List.of("a.png", "b.png")), few))
                .hasMessageContaining("more than 1 files");
        assertThatThrownBy(() -> unpacked(zip(List.of("a-longer-name.png")), few))
                .hasMessageContaining("larger than any picture");
    }

    @Test
    void damageIsSaidInWords() throws IOException {
        Path zip = zip(List.of("BLA/one.png", "LYT/two.png"));
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> unpacked(zip))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("send it again");
        Path text = Files.writeString(folder.resolve("note.txt"), "no archive");
        assertThatThrownBy(() -> unpacked(text)).hasMessageContaining("neither a folder nor a zip");
    }

    private List<String> unpacked(Path archive) throws IOException {
        return unpacked(archive, UnpackLimits.USUAL);
    }

    private List<String> unpacked(Path archive, UnpackLimits limits) throws IOException {
        Path into = Files.createTempDirectory(folder, "into").resolve("files");
        Unpacking.unpack(archive, into, limits, Progress.silent());
        try (Stream<Path> all = Files.walk(into)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> into.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private Path zip(List<String> names) throws IOException {
        Path zip = Files.createTempFile(folder, "sent", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(UTF_8));
            }
        }
        return zip;
    }

    private Path tar(List<String> names, boolean compressed) throws IOException {
        Path tar = Files.createTempFile(folder, "sent", ".tar");
        try (OutputStream file = Files.newOutputStream(tar);
                OutputStream bytes = compressed ? new GZIPOutputStream(file) : file;
                TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(name.length());
                out.putArchiveEntry(entry);
                out.write(name.getBytes(UTF_8));
                out.closeArchiveEntry();
            }
        }
        return tar;
    }
}
