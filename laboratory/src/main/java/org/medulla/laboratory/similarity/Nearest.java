package org.medulla.laboratory.similarity;

import java.util.List;
import java.util.PriorityQueue;
import org.medulla.archive.cell.CellId;

/** The most similar cells of those that were offered. */
final class Nearest {
    private final int count;
    private final PriorityQueue<SimilarCell> kept = new PriorityQueue<>(SimilarCell.ORDER.reversed());

    /** Keeps at most so many. */
    Nearest(int count) {
        this.count = count;
    }

    /** The similarity that a cell has to reach to be kept. */
    double least() {
        return kept.size() < count ? Double.NEGATIVE_INFINITY : kept.element().similarity();
    }

    void offer(long cell, double similarity) {
        if (similarity >= least()) {
            offer(new SimilarCell(new CellId(cell), similarity));
        }
    }

    void offer(SimilarCell cell) {
        kept.add(cell);
        if (kept.size() > count) {
            kept.remove();
        }
    }

    /** What was kept, the most similar first. */
    List<SimilarCell> sorted() {
        return kept.stream().sorted(SimilarCell.ORDER).toList();
    }
}
