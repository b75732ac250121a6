package org.medulla.laboratory.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medulla.archive.Archive;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

class ReleaseWriterTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void openTheHome() {
        archive = TinyHome.open(folder);
    }

    @AfterEach
    void closeTheHome() {
        archive.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "datasheet.md",
                "CITATION.cff",
                "croissant.json",
                "release.json",
                "cells.csv",
                "annotations.csv",
                "decisions.csv",
                "abbreviations.csv",
                "splits/1-cell.txt",
                "manifest-sha256.txt"
            })
    void aTinyReleaseIsWrittenAsItAlwaysWas(String file) throws IOException {
        write(request(ReleaseForm.FOLDER, "out"));
        String actual = read("out/" + file);
        // What was written stays there to be looked at, and to be taken over where a change was meant.
        Path kept = Path.of("target/golden").resolve(file);
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, actual);
        assertThat(actual).isEqualTo(golden(file));
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void twoRunsGiveTheSameBytes(ReleaseForm form) {
        write(request(form, "one"));
        write(request(form, "two"));
        assertThat(digests("one")).isEqualTo(digests("two")).hasSizeGreaterThan(10);
    }

    @Test
    void cellsKeepTheirFileNamesWhereTheyCan() {
        write(request(ReleaseForm.FOLDER, "out"));
        // The two BLA_00001 clash, "odd name" is not plain; BLA_00003 is taken, so numbers pass over it.
        assertThat(digests("out").keySet())
                .contains(
                        "images/EOS/EOS_00001.bmp",
                        "images/EOS/EOS_00002.bmp",
                        "images/BLA/BLA_00003.bmp",
                        "images/BLA/BLA_00001.bmp",
                        "images/BLA/BLA_00002.bmp",
                        "images/MYB/MYB_00001.bmp");
    }

    @Test
    void whatWasSaidAfterTheFreezingBelongsToALaterVersion() throws IOException {
        write(request(ReleaseForm.FOLDER, "before"));
        TinyHome.goOn(archive, folder);
        write(request(ReleaseForm.FOLDER, "after"));
        assertThat(digests("after")).isEqualTo(digests("before"));
        write(request(ReleaseForm.FOLDER, "later", TinyHome.LATER, Optional.of(TinyHome.DATASET)));
        assertThat(read("later/annotations.csv")).contains("dr b,MON,", "after the freezing");
        assertThat(read("later/changes.csv").lines().map(line -> line.replaceFirst(",[0-9a-f]{64},", ",")))
                .containsExactlyInAnyOrder(
                        "change,sha256,file_name,class_before,class",
                        "added,LYT_00001.bmp,,LYT",
                        "removed,BLA_00001.bmp,BLA,",
                        "removed,BLA_00003.bmp,BLA,",
                        "removed,MON_00001.bmp,MON,",
                        "relabelled,EOS_00002.bmp,EOS,MON");
        assertThat(read("later/README.md")).contains("1 cells added, 3 removed, 1 relabelled.");
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void aRunThatWasStoppedGoesOnWithoutWritingAnythingTwice(ReleaseForm form) {
        write(request(form, "undisturbed"));
        for (int steps = 0; steps < 7; steps++) {
            String name = "stopped-" + steps;
            int patience = steps;
            assertThatThrownBy(() -> new ReleaseWriter(archive)
                            .write(request(form, name), new StoppingProgress("Writing images", patience)))
                    .isInstanceOf(CancelledException.class);
            assertThat(folder.resolve(name).resolve(ReleaseFolder.MANIFEST)).doesNotExist();
            ReleaseSummary finished = write(request(form, name));
            assertThat(finished.written()).isLessThan(form == ReleaseForm.FOLDER ? 7 - steps : 8);
            assertThat(digests(name)).isEqualTo(digests("undisturbed"));
        }
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void aFinishedReleaseIsLeftAsItIs(ReleaseForm form) {
        write(request(form, "out"));
        assertThat(write(request(form, "out")).written()).isZero();
    }

    @Test
    void anotherReleaseInTheFolderIsRefusedAndKept() {
        write(request(ReleaseForm.FOLDER, "out"));
        SortedMap<String, Digest> before = digests("out");
        TinyHome.goOn(archive, folder);
        assertThatThrownBy(() -> write(request(ReleaseForm.FOLDER, "out", TinyHome.LATER, Optional.empty())))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("another release");
        assertThat(digests("out")).isEqualTo(before);
    }

    @Test
    void aFolderWithOtherThingsIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/notes.txt"), "mine");
        assertThatThrownBy(() -> write(request(ReleaseForm.FOLDER, "out")))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("not empty");
        assertThat(digests("out")).hasSize(1);
    }

    @Test
    void aDamagedImageDoesNotLeaveTheArchive() throws IOException {
        Path blob = archive.blobs().path(TinyHome.cell(archive, "EOS_00002.bmp").digest());
        byte[] bytes = Files.readAllBytes(blob);
        bytes[bytes.length - 1] ^= 1;
        Files.write(blob, bytes);
        assertThatThrownBy(() -> write(request(ReleaseForm.FOLDER, "out")))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("is damaged in the archive");
    }

    @Test
    void anUnknownLicenceIsSaidToBeUnknown() throws IOException {
        ReleaseSummary summary = write(request(ReleaseForm.FOLDER, "out"));
        assertThat(summary.unlicensed()).containsExactly("second");
        assertThat(read("out/cells.csv")).contains(",first,CC-BY-4.0,", ",second,unknown,");
        assertThat(read("out/README.md")).contains("The licence of some or all images is **unknown**");
        assertThat(read("out/CITATION.cff")).doesNotContain("license");
    }

    @Test
    void aLicenceForASourceThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> Licences.read(List.of("thrid=CC0-1.0")).requireAmong(List.of("third")))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("thrid");
        assertThatThrownBy(() -> Licences.read(List.of("CC0-1.0", "MIT"))).isInstanceOf(MedullaException.class);
    }

    private ReleaseSummary write(ReleaseRequest request) {
        return new ReleaseWriter(archive).write(request, Progress.silent());
    }

    private ReleaseRequest request(ReleaseForm form, String out) {
        return request(form, out, TinyHome.DATASET, Optional.empty());
    }

    private ReleaseRequest request(ReleaseForm form, String out, String dataset, Optional<String> since) {
        return new ReleaseRequest(
                dataset,
                folder.resolve(out),
                form,
                since,
                Optional.of(LocalDate.of(2026, 3, 1)),
                Licences.read(List.of("first=CC-BY-4.0")),
                Optional.of("A Laboratory"),
                Optional.of("https://example.org/tiny"),
                3000,
                "medulla test");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private SortedMap<String, Digest> digests(String out) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        ReleaseFolder files = new ReleaseFolder(folder.resolve(out));
        ReleaseFolder.files(folder.resolve(out)).forEach(file -> digests.put(file, files.digestOf(file)));
        return digests;
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = ReleaseWriterTest.class.getResourceAsStream("golden/" + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Stops a stage after so many steps. */
    private record StoppingProgress(String name, int patience) implements Progress {
        @Override
        public Stage stage(String stage, long total) {
            int[] steps = {0};
            return new Stage() {
                @Override
                public void advance(long more) {
                    if (stage.equals(name) && steps[0]++ >= patience) {
                        throw new CancelledException(stage);
                    }
                }

                @Override
                public void note(String words) {}

                @Override
                public void close() {}
            };
        }
    }
}
