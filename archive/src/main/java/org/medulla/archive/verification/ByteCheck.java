package org.medulla.archive.verification;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/** Digests the bytes of every blob, and of every file that was imported in place, with as many threads as there are cores. */
final class ByteCheck {
    private static final String NAMED = Sql.of(ByteCheck.class, "named-bytes");

    private final Database database;
    private final Blobs blobs;
    private final Findings findings;

    ByteCheck(Database database, Blobs blobs, Findings findings) {
        this.database = database;
        this.blobs = blobs;
        this.findings = findings;
    }

    void run(Progress progress) {
        List<Named> all = database.read(handle -> handle.createQuery(NAMED)
                .map((row, context) -> new Named(
                        new Digest(row.getString("digest")),
                        row.getString("which"),
                        Optional.ofNullable(row.getString("external_path")).map(Path::of)))
                .list());
        int threads = Runtime.getRuntime().availableProcessors();
        AtomicInteger next = new AtomicInteger();
        try (Progress.Stage stage = progress.stage("Checking blobs", all.size());
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> workers.submit(() -> work(all, next, stage)))
                    .toList();
            try {
                await(running);
            } catch (RuntimeException e) {
                next.set(all.size());
                throw e;
            }
        }
    }

    private void work(List<Named> all, AtomicInteger next, Progress.Stage stage) {
        for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
            check(all.get(i));
            stage.advance(1);
        }
    }

    private void check(Named named) {
        Optional<Path> inPlace = named.external().filter(path -> blobs.sizeOf(named.digest()) < 0);
        String which = inPlace.map(Path::toString).orElse(named.digest().hex());
        String where = inPlace.map(Path::toString).orElse(blobs.where(named.digest()));
        try (InputStream in = inPlace.isPresent() ? Files.newInputStream(inPlace.get()) : blobs.open(named.digest())) {
            CountingStream counted = new CountingStream(in);
            Digest digest = Digest.of(counted);
            findings.bytes.addAndGet(counted.bytes());
            findings.blobs.incrementAndGet();
            if (!digest.equals(named.digest())) {
                findings.add(
                        inPlace.isPresent() ? Finding.Kind.CHANGED_FILE : Finding.Kind.DAMAGED_BLOB,
                        which,
                        inPlace.isPresent()
                                ? "The file of " + named.which()
                                        + " has changed since it was imported: put the old one back."
                                : "The bytes of " + named.which() + " are damaged: delete " + where
                                        + " and import the original again.");
            }
        } catch (NoSuchFileException e) {
            findings.add(
                    inPlace.isPresent() ? Finding.Kind.MISSING_FILE : Finding.Kind.MISSING_BLOB,
                    which,
                    "The bytes of " + named.which() + " are not at " + where
                            + (inPlace.isPresent() ? ": put the file back." : ": import the original again."));
        } catch (IOException e) {
            findings.add(
                    inPlace.isPresent() ? Finding.Kind.CHANGED_FILE : Finding.Kind.DAMAGED_BLOB,
                    which,
                    "The bytes of " + named.which() + " cannot be read from " + where + ": check the disk.");
        }
    }

    private static void await(List<Future<?>> running) {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException("Checking blobs");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof MedullaException known) {
                    throw known;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Counts what is read through it. */
    private static final class CountingStream extends FilterInputStream {
        private long bytes;

        CountingStream(InputStream in) {
            super(in);
        }

        long bytes() {
            return bytes;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(read, 0);
            return read;
        }
    }

    /**
     * Bytes that a row names.
     *
     * @param which the row in words
     * @param external where the bytes stay when they were imported in place
     */
    private record Named(Digest digest, String which, Optional<Path> external) {}
}
