package org.medulla.cytology.evaluation;

/**
 * Accuracy of the most confident share of the cells. Cells of equal confidence are added as one group; the group at the
 * border counts in part, so that the figure does not depend on the order of the cells.
 */
final class SelectiveAccuracy {
    private final double wanted;
    private double taken;
    private double right;

    /** Wants this many cells, which need not be a whole number. */
    SelectiveAccuracy(double wanted) {
        this.wanted = wanted;
    }

    /** Adds the next group in falling order of confidence. */
    void add(long cells, long rightCells) {
        if (cells > 0 && taken < wanted) {
            double part = Math.min(1, (wanted - taken) / cells);
            taken += part * cells;
            right += part * rightCells;
        }
    }

    double value() {
        return right / taken;
    }
}
