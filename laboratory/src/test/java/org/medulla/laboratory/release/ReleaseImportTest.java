package org.medulla.laboratory.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.StoredSplit;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

class ReleaseImportTest {
    @TempDir
    Path folder;

    private Archive origin;
    private Archive home;

    @BeforeEach
    void openTwoHomes() {
        origin = TinyHome.open(folder.resolve("origin"));
        home = Archive.open(folder.resolve("home"), InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z")));
    }

    @AfterEach
    void closeThem() {
        origin.close();
        home.close();
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void aReleaseGivesTheSameArchiveBack(ReleaseForm form) {
        ReleaseImportReport report = bring(release(form, TinyHome.DATASET));
        assertThat(report.newCells()).isEqualTo(7);
        List<Cell> cells = origin.cells().page(CellQuery.all(), 0).cells();
        assertThat(home.cells().count(CellQuery.all())).isEqualTo(cells.size());
        for (Cell cell : cells) {
            Cell back = home.cells().find(cell.digest()).orElseThrow();
            assertThat(back)
                    .usingRecursiveComparison()
                    .ignoringFields("id", "path", "externalPath")
                    .isEqualTo(cell);
            assertThat(readings(home, back)).isEqualTo(readings(origin, cell));
            assertThat(home.images().bytes(back)).isEqualTo(origin.images().bytes(cell));
        }
        assertThat(home.cells().countsByClass(CellQuery.all()))
                .isEqualTo(origin.cells().countsByClass(CellQuery.all()));
        assertThat(home.datasets().list()).isEqualTo(origin.datasets().list());
        DatasetVersion version = home.datasets().get(TinyHome.DATASET);
        assertThat(home.datasets().manifest(version))
                .isEqualTo(origin.datasets().manifest(version));
        assertThat(splits(home)).isEqualTo(splits(origin)).hasSize(2);
        assertThat(home.verify(Progress.silent()).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void freezingTheSameCellsAgainGivesTheSameDigestAndTheSameRelease(ReleaseForm form) throws IOException {
        Path release = release(form, TinyHome.DATASET);
        bring(release);
        DatasetVersion version = origin.datasets().get(TinyHome.DATASET);
        assertThat(home.datasets().freeze("again", CellQuery.all()).digest()).isEqualTo(version.digest());
        assertThat(home.datasets().freeze(TinyHome.DATASET, CellQuery.all())).isEqualTo(version);
        new ReleaseWriter(home).write(request(form, TinyHome.DATASET, folder.resolve("anew")), Progress.silent());
        assertThat(Files.readString(folder.resolve("anew/manifest-sha256.txt")))
                .isEqualTo(Files.readString(release.resolve("manifest-sha256.txt")));
    }

    @Test
    void bringingItAgainChangesNothing() {
        Path release = release(ReleaseForm.FOLDER, TinyHome.DATASET);
        bring(release);
        long readings = countReadings();
        ReleaseImportReport again = bring(release);
        assertThat(again.newCells()).isZero();
        assertThat(countReadings()).isEqualTo(readings);
        assertThat(splits(home)).hasSize(2);
        assertThat(home.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void anImportThatWasStoppedGoesOn() {
        Path release = release(ReleaseForm.TAR, TinyHome.DATASET);
        assertThatThrownBy(() -> new ReleaseImport(home).run(release, stopping(3)))
                .isInstanceOf(CancelledException.class);
        assertThat(home.datasets().list()).isEmpty();
        bring(release);
        assertThat(home.datasets().list()).isEqualTo(origin.datasets().list());
        assertThat(home.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void aLaterVersionAddsWhatIsNewAndKeepsWhatIsThere() {
        bring(release(ReleaseForm.FOLDER, TinyHome.DATASET));
        Cell reviewed = TinyHome.cell(home, "BLA_00003.bmp");
        home.annotations().add(Reading.of(reviewed.id(), "dr local", "PMO"));
        TinyHome.goOn(origin, folder.resolve("origin"));
        bring(release(ReleaseForm.FOLDER, TinyHome.LATER));
        assertThat(home.datasets().list()).isEqualTo(origin.datasets().list());
        assertThat(TinyHome.cell(home, "EOS_00002.bmp").classCode()).isEqualTo("MON");
        assertThat(TinyHome.cell(home, "LYT_00001.bmp").source()).isEqualTo("third");
        assertThat(TinyHome.cell(home, "BLA_00003.bmp").classCode()).isEqualTo("PMO");
        assertThat(home.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void aReviewThatIsOlderThanOneHereIsKeptAndDoesNotCount() {
        TinyHome.goOn(origin, folder.resolve("origin"));
        bring(release(ReleaseForm.FOLDER, TinyHome.DATASET));
        Cell cell = TinyHome.cell(home, "EOS_00002.bmp");
        home.annotations().add(Reading.of(cell.id(), "dr local", "NGS"));
        bring(release(ReleaseForm.FOLDER, TinyHome.LATER));
        assertThat(TinyHome.cell(home, "EOS_00002.bmp").classCode()).isEqualTo("NGS");
        assertThat(home.annotations().of(cell.id()))
                .extracting(Annotation::reader, Annotation::classCode, Annotation::imported)
                .contains(tuple("dr b", "MON", true));
        assertThat(home.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void aNameThatIsTakenByOtherCellsIsAnErrorAndNothingComesIn() throws IOException {
        Path other = folder.resolve("other");
        TinyHome.image(other.resolve("EOS/EOS_00009.bmp"), 99);
        TinyHome.take(home, "other", other);
        home.datasets().freeze(TinyHome.DATASET, CellQuery.all());
        assertThatThrownBy(() -> bring(release(ReleaseForm.FOLDER, TinyHome.DATASET)))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("another dataset \"tiny\"");
        assertThat(home.cells().count(CellQuery.all())).isEqualTo(1);
    }

    @Test
    void aCellThatIsHereUnderAnotherNameIsAnErrorAndNothingComesIn() throws IOException {
        Path other = folder.resolve("other");
        TinyHome.image(other.resolve("EOS/EOS_00009.bmp"), 3);
        TinyHome.take(home, "other", other);
        assertThatThrownBy(() -> bring(release(ReleaseForm.FOLDER, TinyHome.DATASET)))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("EOS_00009.bmp of other");
        assertThat(home.cells().count(CellQuery.all())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void aDamagedReleaseIsRefused(ReleaseForm form) throws IOException {
        Path release = release(form, TinyHome.DATASET);
        String image = ReleaseFolder.files(release).stream()
                .filter(file -> file.contains("medulla-") || file.startsWith("images/"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(release.resolve(image));
        bytes[1000] ^= 1;
        Files.write(release.resolve(image), bytes);
        assertThatThrownBy(() -> bring(release)).isInstanceOf(MedullaException.class);
        assertThat(home.datasets().list()).isEmpty();
    }

    private Path release(ReleaseForm form, String dataset) {
        Path out = folder.resolve("release-" + dataset);
        new ReleaseWriter(origin).write(request(form, dataset, out), Progress.silent());
        return out;
    }

    private static ReleaseRequest request(ReleaseForm form, String dataset, Path out) {
        return new ReleaseRequest(
                dataset,
                out,
                form,
                Optional.empty(),
                Optional.empty(),
                Licences.NONE,
                Optional.empty(),
                Optional.empty(),
                3000,
                "medulla test");
    }

    private ReleaseImportReport bring(Path release) {
        return new ReleaseImport(home).run(release, Progress.silent());
    }

    private long countReadings() {
        return home.cells().page(CellQuery.all(), 0).cells().stream()
                .mapToLong(cell -> home.annotations().of(cell.id()).size())
                .sum();
    }

    private static List<RestoredReading> readings(Archive archive, Cell cell) {
        return archive.annotations().of(cell.id()).stream()
                .map(one -> new RestoredReading(
                        one.reader(), one.classCode(), one.at(), one.reading().reason(), one.imported()))
                .toList();
    }

    private static List<StoredSplit> splits(Archive archive) {
        return archive.splits().of(archive.datasets().get(TinyHome.DATASET));
    }

    private static Progress stopping(int patience) {
        return (name, total) -> new Progress.Stage() {
            private int steps;

            @Override
            public void advance(long more) {
                if (name.equals("Importing") && steps++ >= patience) {
                    throw new CancelledException(name);
                }
            }

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };
    }

    private record RestoredReading(
            String reader, String classCode, Instant at, Optional<String> reason, boolean imported) {}
}
