package org.medulla.vision.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.medulla.cytology.job.CancelledException;

/**
 * The threads among which runs of a network are shared out. One run takes one thread: that is faster than many threads in each
 * operation, and does not stall when the processor is shared.
 */
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    /** So many threads; they start when they are needed. */
    Workers(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("network-", 1).factory());
    }

    int count() {
        return count;
    }

    /**
     * What each run gives, in order. A single run is done by the calling thread, so that callers who are many already need no
     * further threads; a run must not share out runs of its own.
     *
     * @throws CancelledException when the calling thread is interrupted; what a run throws is thrown on as it is
     */
    <T> List<T> all(List<Supplier<T>> runs) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("Classification");
        }
        if (runs.size() == 1) {
            return List.of(runs.getFirst().get());
        }
        List<Future<T>> begun = new ArrayList<>();
        runs.forEach(run -> begun.add(threads.submit(run::get)));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : begun) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Classification");
        } catch (CancellationException e) {
            throw new IllegalStateException("The network was closed while it ran", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            begun.forEach(future -> future.cancel(false));
        }
    }

    /** Lets what runs come to its end and begins nothing more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
