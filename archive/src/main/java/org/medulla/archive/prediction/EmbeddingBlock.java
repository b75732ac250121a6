package org.medulla.archive.prediction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;
import org.medulla.archive.cell.CellId;
import org.medulla.cytology.job.MedullaException;

/** The embeddings of some cells by one model, as they are kept: unit vectors in half precision. Immutable. */
public final class EmbeddingBlock {
    private final long id;
    private final List<CellId> cells;
    private final int dimensions;
    private final ShortBuffer halves;

    /**
     * Wraps bytes.
     *
     * @throws MedullaException DATA when they are not as many as cells and dimensions ask for
     */
    EmbeddingBlock(long id, List<CellId> cells, int dimensions, byte[] bytes) {
        if ((long) cells.size() * dimensions * Short.BYTES != bytes.length) {
            throw MedullaException.data(
                    "The embeddings " + id + " are " + bytes.length + " bytes long and not those of " + cells.size()
                            + " cells with " + dimensions + " numbers each: restore the home from a copy.");
        }
        this.id = id;
        this.cells = List.copyOf(cells);
        this.dimensions = dimensions;
        this.halves = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    /** Its number; those of a model rise in the order in which cells were predicted. */
    public long id() {
        return id;
    }

    /** The cells, by rising number. */
    public List<CellId> cells() {
        return cells;
    }

    /** How many numbers each embedding has. */
    public int dimensions() {
        return dimensions;
    }

    /** The embedding of the cell at that place. */
    public Embedding embedding(int place) {
        float[] numbers = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            numbers[i] = Float.float16ToFloat(halves.get(place * dimensions + i));
        }
        return Embedding.of(numbers);
    }

    /** Puts the numbers of the cell at a place into an array, in half precision and each {@code stride} after the other. */
    public void copyTo(int place, short[] target, int from, int stride) {
        int at = place * dimensions;
        for (int i = 0; i < dimensions; i++) {
            target[from + i * stride] = halves.get(at + i);
        }
    }
}
