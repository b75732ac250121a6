package org.medulla.vision.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.medulla.cytology.job.CancelledException;

/** One thread for each core, all of which do the same at the same time. */
final class EachCore implements AutoCloseable {
    private final int cores;
    private final ExecutorService threads;

    EachCore(int cores) {
        this.cores = cores;
        this.threads = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("measured-", 1).factory());
    }

    int cores() {
        return cores;
    }

    /** Does the work once in every thread, whose number it is told, and returns when all have done it. */
    void run(IntConsumer work) {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < cores; i++) {
            int core = i;
            tasks.add(() -> {
                work.accept(core);
                return core;
            });
        }
        try {
            for (Future<Integer> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Measuring");
        } catch (ExecutionException e) {
            throw new IllegalStateException("What was to be measured failed", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
