package org.medulla.cli.console;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, kept waiting until the command has put away what it holds: the first one asks the command to stop at its next
 * step, and the program ends when it has done so, at the latest after {@value #PATIENCE_SECONDS} seconds.
 */
public final class Interruption {
    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final List<String> words;
    private volatile boolean asked;

    /**
     * Begins to listen.
     *
     * @param words the command that runs, repeated to the person who stopped it
     */
    public Interruption(List<String> words) {
        this.words = List.copyOf(words);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
    }

    /** Whether the person asked to stop. */
    public boolean isAsked() {
        return asked;
    }

    /** How to go on after an interruption, as a person would type it. */
    public String wordsToGoOn() {
        boolean beginsAnew = words.contains("train") && !words.contains("--resume");
        return "medulla " + String.join(" ", words) + (beginsAnew ? " --resume" : "");
    }

    /** Tells that the command has ended; true when that is what an interruption was waiting for. */
    public boolean finish() {
        finished.countDown();
        return asked;
    }

    private void stop() {
        if (finished.getCount() == 0) {
            return;
        }
        asked = true;
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
