package org.medulla.laboratory.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.medulla.archive.prediction.Embedding;
import org.medulla.archive.prediction.EmbeddingBlock;
import org.medulla.laboratory.pipeline.OrderedWork;

/**
 * The embeddings of many cells in memory, in half precision, and the search that compares a cell with each of them. It finds the
 * most similar ones exactly, up to the rounding of half precision (below 1e-3).
 */
final class ExactScan {
    /** Cells that stand beside one another, number by number, so that the processor adds up many cosines at once. */
    private static final int LANES = 64;

    private static final int GROUPS_PER_TASK = 64;

    private final int dimensions;
    private final List<short[]> groups = new ArrayList<>();
    private final List<long[]> cells = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private int size;

    /** Holds no cell yet. */
    ExactScan(int dimensions) {
        this.dimensions = dimensions;
    }

    int size() {
        return size;
    }

    /** Takes the cells of a block in. */
    void add(EmbeddingBlock block) {
        for (int i = 0; i < block.cells().size(); i++) {
            int lane = lane(block.cells().get(i).value());
            block.copyTo(i, groups.getLast(), lane, LANES);
        }
    }

    /** Takes one cell in. */
    void add(long cell, Embedding embedding) {
        int lane = lane(cell);
        short[] group = groups.getLast();
        for (int d = 0; d < dimensions; d++) {
            group[d * LANES + lane] = Float.floatToFloat16(embedding.number(d));
        }
    }

    /** The embedding of a cell that was taken in. */
    Optional<Embedding> find(long cell) {
        Integer place = places.get(cell);
        if (place == null) {
            return Optional.empty();
        }
        short[] group = groups.get(place / LANES);
        float[] numbers = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            numbers[d] = Float.float16ToFloat(group[d * LANES + place % LANES]);
        }
        return Optional.of(Embedding.of(numbers));
    }

    private int lane(long cell) {
        int lane = size % LANES;
        if (lane == 0) {
            groups.add(new short[dimensions * LANES]);
            cells.add(new long[LANES]);
        }
        cells.getLast()[lane] = cell;
        places.put(cell, size);
        size++;
        return lane;
    }

    /** The cells most similar to an embedding among those that are wanted. */
    List<SimilarCell> nearest(Embedding embedding, int count, LongPredicate wanted) {
        float[] query = embedding.numbers();
        Nearest all = new Nearest(count);
        OrderedWork.onAllCores("Finding similar cells")
                .run(
                        IntStream.range(0, Math.ceilDiv(groups.size(), GROUPS_PER_TASK))
                                .iterator(),
                        (Integer task) -> scan(task * GROUPS_PER_TASK, query, count, wanted),
                        found -> found.forEach(all::offer));
        return all.sorted();
    }

    private List<SimilarCell> scan(int from, float[] query, int count, LongPredicate wanted) {
        Nearest nearest = new Nearest(count);
        float[] cosines = new float[LANES];
        for (int g = from; g < Math.min(from + GROUPS_PER_TASK, groups.size()); g++) {
            add(groups.get(g), query, cosines);
            int filled = Math.min(LANES, size - g * LANES);
            for (int lane = 0; lane < filled; lane++) {
                long cell = cells.get(g)[lane];
                if (cosines[lane] >= nearest.least() && wanted.test(cell)) {
                    nearest.offer(cell, cosines[lane]);
                }
            }
        }
        return nearest.sorted();
    }

    private static void add(short[] group, float[] query, float[] cosines) {
        Arrays.fill(cosines, 0);
        for (int d = 0; d < query.length; d++) {
            addProduct(group, d * LANES, query[d], cosines);
        }
    }

    // A method of its own: the compiler makes vector instructions of it.
    private static void addProduct(short[] group, int from, float factor, float[] sums) {
        for (int lane = 0; lane < LANES; lane++) {
            sums[lane] += factor * Float.float16ToFloat(group[from + lane]);
        }
    }
}
