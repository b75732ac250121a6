package org.medulla.vision.training;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Recording of gradients on the current thread. DJL's own collector allows one recording per process; the engine allows one per
 * thread, and training uses several.
 */
public final class GradientMode implements AutoCloseable {
    private final boolean before = JniUtils.isGradMode();

    /** Begins to record. */
    public GradientMode() {
        JniUtils.setGradMode(true);
    }

    /** Computes the gradients of a sum, which has to be a single number, in all arrays that require them. */
    public void backward(NDArray sum) {
        try (NDArray one = sum.getManager().ones(sum.getShape())) {
            JniUtils.backward((PtNDArray) sum, (PtNDArray) one, false, false);
        }
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
