package org.medulla.laboratory.pipeline;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.medulla.cytology.job.CancelledException;

/**
 * Work on items by several threads whose results are handed on by the calling thread, one at a time and in the order of the
 * items.
 *
 * @param name what is being done, for the name of the threads and of a cancellation
 * @param threads how many items are worked on at once
 * @param ahead how many items may be begun before the oldest result has been handed on: the bound of the memory
 */
public record OrderedWork(String name, int threads, int ahead) {
    public OrderedWork {
        if (threads < 1 || ahead < threads) {
            throw new IllegalArgumentException("Not " + threads + " threads, " + ahead + " items ahead");
        }
    }

    /** As many threads as cores, each up to 64 items ahead of the results. */
    public static OrderedWork onAllCores(String name) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new OrderedWork(name, cores, 64 * cores);
    }

    /**
     * Works on all items.
     *
     * @param work called by several threads
     * @param results called by the calling thread, in the order of the items
     * @throws CancelledException when the calling thread is interrupted; what work or results throw is thrown on as it is
     */
    public <A, B> void run(Iterator<A> items, Function<A, B> work, Consumer<B> results) {
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 1).daemon().factory());
        try {
            Queue<Future<B>> begun = new ArrayDeque<>(ahead);
            while (items.hasNext() || !begun.isEmpty()) {
                while (items.hasNext() && begun.size() < ahead) {
                    A item = items.next();
                    begun.add(workers.submit(() -> work.apply(item)));
                }
                results.accept(resultOf(begun.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private <B> B resultOf(Future<B> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(name);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
