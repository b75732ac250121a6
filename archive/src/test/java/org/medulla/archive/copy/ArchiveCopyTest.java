package org.medulla.archive.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.FullArchive;
import org.medulla.archive.Place;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.server.TestPostgres;
import org.medulla.archive.server.TestS3;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

class ArchiveCopyTest {
    @TempDir
    Path folder;

    private TestS3 s3;
    private Archive archive;

    @BeforeEach
    void fill() {
        s3 = new TestS3(folder.resolve("s3"));
        archive = Archive.open(folder.resolve("home"));
        FullArchive.fill(archive, folder.resolve("files"));
    }

    @AfterEach
    void close() {
        archive.close();
        s3.close();
    }

    @Test
    void anArchiveGoesToServersAndBackUnchanged() {
        Digest state = archive.stateDigest();
        Place servers = servers();
        try (Archive there = Archive.open(servers)) {
            CopyReport report = archive.copyTo(there, Progress.silent());

            assertThat(report.state()).isEqualTo(state);
            assertThat(report.blobs()).isEqualTo(FullArchive.CELLS + 2);
            assertSame(there, state);
            assertThat(archive.stateDigest()).isEqualTo(state);

            try (Archive back = Archive.open(folder.resolve("back"))) {
                there.copyTo(back, Progress.silent());
                assertSame(back, state);
                back.annotations().add(Reading.of(new CellId(4), "Dr. Roth", "PMO"));
                assertThat(back.verify(Progress.silent()).findings()).isEmpty();
            }
        }
    }

    @Test
    void aLaterCopyBringsWhatIsNewOnly() {
        try (Archive there = Archive.open(servers())) {
            archive.copyTo(there, Progress.silent());
            int puts = s3.requests("PUT");
            archive.annotations().add(Reading.of(new CellId(4), "Dr. Roth", "PMO"));
            archive.models().add("second", new byte[] {4, 5}, Optional.empty(), "{}");

            CopyReport report = archive.copyTo(there, Progress.silent());

            assertThat(report.blobs()).isOne();
            assertThat(s3.requests("PUT")).isEqualTo(puts + 1);
            assertSame(there, archive.stateDigest());
            assertThat(there.audit().last()).isEqualTo(archive.audit().last());
        }
    }

    @Test
    void aPlaceWithAnotherArchiveOrWithMoreIsRefusedAndStaysAsItIs() {
        try (Archive there = Archive.open(folder.resolve("there"))) {
            there.models().add("other", new byte[] {9}, Optional.empty(), "{}");
            Digest before = there.stateDigest();
            refused(there, "holds another archive");
            assertThat(there.stateDigest()).isEqualTo(before);
        }
        try (Archive more = Archive.open(folder.resolve("more"))) {
            archive.copyTo(more, Progress.silent());
            more.annotations().add(Reading.of(new CellId(4), "Dr. Roth", "PMO"));
            refused(more, "or more than this one");
        }
        try (Archive same = Archive.open(folder.resolve("home"))) {
            refused(same, "already");
        }
    }

    @Test
    void aCopyThatIsStoppedLeavesNothingToBeSeenAndGoesOn() {
        try (Archive there = Archive.open(servers())) {
            AtomicInteger steps = new AtomicInteger(10);
            assertThatThrownBy(() -> archive.copyTo(there, stoppingAfter(steps)))
                    .isInstanceOf(CancelledException.class);
            assertThat(there.audit().last()).isEmpty();
            int puts = s3.requests("PUT");
            assertThat(puts).isBetween(10, FullArchive.CELLS);

            steps.set(FullArchive.CELLS + 2 - puts + 20);
            assertThatThrownBy(() -> archive.copyTo(there, stoppingAfter(steps)))
                    .isInstanceOf(CancelledException.class);
            assertThat(there.audit().last()).isEmpty();
            assertThat(there.cells().count(CellQuery.all())).isZero();

            archive.copyTo(there, Progress.silent());
            assertThat(s3.requests("PUT")).isEqualTo(FullArchive.CELLS + 2);
            assertSame(there, archive.stateDigest());
        }
    }

    @Test
    void aDamagedImageIsNotCopied() throws IOException {
        Digest digest = archive.cells().find(new CellId(7)).orElseThrow().digest();
        Files.writeString(archive.blobs().path(digest), "damaged");
        try (Archive there = Archive.open(servers())) {
            assertThatThrownBy(() -> archive.copyTo(there, Progress.silent()))
                    .isInstanceOfSatisfying(
                            MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                    .hasMessageContaining("damaged");
            assertThat(there.audit().last()).isEmpty();
        }
    }

    @Test
    void aBackupIsMadeWhileReadersGoOnLabellingAtHome() throws Exception {
        backUpWhileLabelling(archive);
    }

    @Test
    void aBackupIsMadeWhileReadersGoOnLabellingOnServers() throws Exception {
        try (Archive there = Archive.open(servers())) {
            archive.copyTo(there, Progress.silent());
            backUpWhileLabelling(there);
        }
    }

    private void backUpWhileLabelling(Archive inUse) throws InterruptedException, ExecutionException {
        Digest state;
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        try (var readers = Executors.newSingleThreadExecutor();
                Archive backup = Archive.open(folder.resolve("backup"))) {
            var labelling = readers.submit(() -> {
                for (int i = 0; !enough.get(); i++) {
                    inUse.annotations()
                            .add(Reading.of(
                                    new CellId(1L + i % FullArchive.CELLS), "Dr. Roth", i % 2 == 0 ? "EOS" : "PMO"));
                    written.incrementAndGet();
                }
            });
            while (written.get() < 20) {
                Thread.sleep(5);
            }
            state = inUse.copyTo(backup, Progress.silent()).state();
            int before = written.get();
            while (written.get() < before + 5) {
                Thread.sleep(5);
            }
            enough.set(true);
            labelling.get();
            assertSame(backup, state);
            assertThat(inUse.stateDigest()).isNotEqualTo(state);
            assertThat(inUse.verify(Progress.silent()).findings()).isEmpty();
        }
        try (Archive backup = Archive.open(folder.resolve("backup"));
                Archive restored = Archive.open(folder.resolve("restored"))) {
            backup.copyTo(restored, Progress.silent());
            assertSame(restored, state);
        }
    }

    private void refused(Archive there, String why) {
        assertThatThrownBy(() -> archive.copyTo(there, Progress.silent()))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER))
                .hasMessageContaining(why);
    }

    private Place servers() {
        return new Place(
                folder.resolve("elsewhere"),
                Optional.of(TestPostgres.newDatabase()),
                Optional.of("s3://cells/marrow"),
                s3.environment());
    }

    private static void assertSame(Archive copy, Digest state) {
        assertThat(copy.stateDigest()).isEqualTo(state);
        assertThat(copy.verify(Progress.silent()).findings()).isEqualTo(List.of());
    }

    private static Progress stoppingAfter(AtomicInteger steps) {
        return (name, total) -> new Progress.Stage() {
            @Override
            public void advance(long done) {
                if (steps.addAndGet((int) -done) < 0) {
                    throw new CancelledException(name);
                }
            }

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };
    }
}
