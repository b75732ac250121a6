package org.medulla.vision.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Direct memory that the engine computes on where it lies. It begins at a multiple of 64 bytes: vector operations that begin
 * elsewhere may add in another order, and the same training would then not always end with the same weights.
 */
final class EngineMemory {
    private static final int ALIGNMENT = 64;

    private EngineMemory() {}

    /** Room for so many bytes, in native order. */
    static ByteBuffer allocate(int bytes) {
        // A slice may lose up to a step at either end.
        return ByteBuffer.allocateDirect(bytes + 2 * ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .slice(0, bytes)
                .order(ByteOrder.nativeOrder());
    }
}
