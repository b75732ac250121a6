package org.medulla.laboratory.counting;

import java.util.stream.IntStream;

/** What a model of four classes says about cells. */
final class Counts {
    private Counts() {}

    /** The probabilities of a model that is certain about so many cells of each class. */
    static float[][] certain(int... cells) {
        float[][] rows = new float[IntStream.of(cells).sum()][cells.length];
        int next = 0;
        for (int label = 0; label < cells.length; label++) {
            for (int cell = 0; cell < cells[label]; cell++) {
                rows[next++][label] = 1;
            }
        }
        return rows;
    }
}
