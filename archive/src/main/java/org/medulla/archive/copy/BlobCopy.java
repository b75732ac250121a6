package org.medulla.archive.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.verification.Verifier;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/** Brings blobs to another place, each compared with its digest on the way, several at once since servers answer late. */
final class BlobCopy {
    private static final String NAMED = Sql.of(Verifier.class, "named-bytes");
    private static final int THREADS = 8;

    private final Blobs from;
    private final Blobs to;
    private final Set<Digest> seen = new HashSet<>();
    private final AtomicLong blobs = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private long inPlace;

    BlobCopy(Blobs from, Blobs to) {
        this.from = from;
        this.to = to;
    }

    /** The blobs that rows name. */
    static List<Named> named(Handle handle) {
        return handle.createQuery(NAMED)
                .map((row, context) ->
                        new Named(new Digest(row.getString("digest")), row.getString("external_path") != null))
                .list();
    }

    /** How many blobs were brought over. */
    long blobs() {
        return blobs.get();
    }

    /** Their length together. */
    long bytes() {
        return bytes.get();
    }

    /** How many images are in files outside of the archive. */
    long inPlace() {
        return inPlace;
    }

    /** Brings over those that this copy has not looked at before and that are not there. */
    void copy(List<Named> named, Progress progress) {
        List<Named> fresh = named.stream().filter(one -> seen.add(one.digest())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<Digest, Long> here = lengths(from);
        Map<Digest, Long> there = lengths(to);
        List<Digest> wanted = new ArrayList<>();
        for (Named one : fresh) {
            Long length = here.get(one.digest());
            if (length == null && one.inPlace()) {
                inPlace++;
            } else if (length == null || !length.equals(there.get(one.digest()))) {
                wanted.add(one.digest());
            }
        }
        send(wanted, progress);
    }

    private void send(List<Digest> wanted, Progress progress) {
        AtomicInteger next = new AtomicInteger();
        try (Progress.Stage stage = progress.stage("Copying images", wanted.size());
                ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> workers.submit(() -> work(wanted, next, stage)))
                    .toList();
            try {
                await(running);
            } catch (RuntimeException e) {
                next.set(wanted.size());
                throw e;
            }
        }
    }

    private void work(List<Digest> wanted, AtomicInteger next, Progress.Stage stage) {
        for (int i = next.getAndIncrement(); i < wanted.size(); i = next.getAndIncrement()) {
            Digest digest = wanted.get(i);
            byte[] content = from.get(digest);
            if (!Digest.of(content).equals(digest)) {
                throw MedullaException.data("The bytes of " + from.where(digest)
                        + " are damaged: delete them and import the original again; what was copied stays.");
            }
            to.put(digest, content);
            blobs.incrementAndGet();
            bytes.addAndGet(content.length);
            stage.advance(1);
        }
    }

    private static Map<Digest, Long> lengths(Blobs place) {
        Map<Digest, Long> lengths = new HashMap<>();
        place.forEach(lengths::put);
        return lengths;
    }

    private static void await(List<Future<?>> running) {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException("Copying images");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof MedullaException known) {
                    throw known;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /**
     * A blob that a row names.
     *
     * @param inPlace whether the bytes may be in a file outside of the archive instead
     */
    record Named(Digest digest, boolean inPlace) {}
}
