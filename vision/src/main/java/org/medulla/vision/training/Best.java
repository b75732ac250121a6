package org.medulla.vision.training;

/** The weights that did best on the validation part so far. */
final class Best {
    private final long step;
    private final ValidationResult result;
    private final float[] learned;
    private final float[] running;

    /** Takes ownership of the vectors. */
    Best(long step, ValidationResult result, float[] learned, float[] running) {
        this.step = step;
        this.result = result;
        this.learned = learned;
        this.running = running;
    }

    long step() {
        return step;
    }

    ValidationResult result() {
        return result;
    }

    /** The learned vector; never changed. */
    float[] learned() {
        return learned;
    }

    /** The running statistics; never changed. */
    float[] running() {
        return running;
    }
}
