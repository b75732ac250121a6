package org.medulla.vision.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.medulla.vision.preprocessing.Preparer;
import org.medulla.vision.preprocessing.Preprocessing;

/** Memory in which inputs are laid out, lent to one run at a time and used again, so that there is as much as runs at once. */
final class BatchMemory {
    private final Preprocessing preprocessing;
    private final int values;
    private final Queue<Batch> free = new ConcurrentLinkedQueue<>();

    /** Batches of at most so many inputs. */
    BatchMemory(Preprocessing preprocessing, int inputs) {
        this.preprocessing = preprocessing;
        this.values = Math.multiplyExact(inputs, NetworkSession.valuesPerInput(preprocessing.size()));
    }

    /** Empty memory; to be given back. */
    Batch take() {
        Batch known = free.poll();
        if (known != null) {
            known.inputs().clear();
            return known;
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(values * Float.BYTES).order(ByteOrder.nativeOrder());
        return new Batch(new Preparer(preprocessing), bytes.asFloatBuffer());
    }

    /** Gives memory back. */
    void give(Batch batch) {
        free.add(batch);
    }

    /**
     * The place of one run.
     *
     * @param preparer turns pictures into inputs
     * @param inputs where they go, one after the other
     */
    record Batch(Preparer preparer, FloatBuffer inputs) {}
}
