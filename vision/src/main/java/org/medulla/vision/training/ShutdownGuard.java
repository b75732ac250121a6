package org.medulla.vision.training;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds up the end of the process until the step at work is done: the engine's threads crash it when its libraries are unloaded
 * under them, and the last steps would be lost.
 */
final class ShutdownGuard implements AutoCloseable {
    private static final long MOST_SECONDS = 20;

    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "training-shutdown");
    private volatile boolean stopping;

    ShutdownGuard() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        stopping = true;
        try {
            boolean inTime = released.await(MOST_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process wants to end. */
    boolean mustStop() {
        return stopping;
    }

    /** Lets the process end. */
    @Override
    public void close() {
        released.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            stopping = true; // the process is ending already, and the hook has done its work
        }
    }
}
