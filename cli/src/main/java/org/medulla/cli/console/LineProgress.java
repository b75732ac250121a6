package org.medulla.cli.console;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.Progress;

/** Progress for a log: a line every {@value #SECONDS_BETWEEN_LINES} seconds and one when a stage that took longer ends. */
final class LineProgress implements Progress {
    private static final int SECONDS_BETWEEN_LINES = 15;

    private final PrintStream err;
    private final Interruption interruption;
    private final LongSupplier nanoTime;

    LineProgress(PrintStream err, Interruption interruption, LongSupplier nanoTime) {
        this.err = err;
        this.interruption = interruption;
        this.nanoTime = nanoTime;
    }

    @Override
    public Stage stage(String name, long total) {
        return new LineStage(name, total);
    }

    private final class LineStage implements Stage {
        private final String name;
        private final long total;
        private final long started = nanoTime.getAsLong();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong lastLine = new AtomicLong(started);
        private volatile String words = "";
        private volatile boolean spoke;

        LineStage(String name, long total) {
            this.name = name;
            this.total = total;
        }

        @Override
        public void advance(long steps) {
            long reached = done.addAndGet(steps);
            if (interruption.isAsked()) {
                throw new CancelledException(name);
            }
            long now = nanoTime.getAsLong();
            long last = lastLine.get();
            if (now - last >= TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_LINES) && lastLine.compareAndSet(last, now)) {
                spoke = true;
                print(reached, now);
            }
        }

        @Override
        public void note(String note) {
            words = note;
        }

        @Override
        public void close() {
            if (spoke) {
                print(done.get(), nanoTime.getAsLong());
            }
        }

        private void print(long reached, long now) {
            double seconds = Math.max(1e-9, (now - started) / 1e9);
            String share = total > 0
                    ? String.format(Locale.ROOT, "%,d of %,d", reached, total)
                    : String.format(Locale.ROOT, "%,d", reached);
            String left = total > 0 && reached > 0 && reached < total
                    ? ", " + Durations.spoken((total - reached) * seconds / reached) + " left"
                    : "";
            String note = words.isEmpty() ? "" : ", " + words;
            err.println(name + ": " + share + ", " + Durations.spoken(seconds) + left + note);
        }
    }
}
