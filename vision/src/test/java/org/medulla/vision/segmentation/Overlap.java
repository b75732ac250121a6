package org.medulla.vision.segmentation;

import java.util.Map;
import java.util.TreeMap;
import org.medulla.vision.phantom.PhantomMask;
import org.medulla.vision.phantom.PhantomPicture;
import org.medulla.vision.phantom.PhantomSeries;

/** The mean Dice coefficients of nucleus and cell by class, on the phantoms of a series. */
final class Overlap {
    private static final int LEAST_PIXELS = 50;

    private final double[] sums = new double[2];
    private final int[] counts = new int[2];

    /** Segments every so manieth phantom of a series. */
    static Map<String, Overlap> measure(PhantomSeries series, int step) {
        Map<String, Overlap> byClass = new TreeMap<>();
        for (int i = 0; i < series.size(); i += step) {
            PhantomPicture picture = series.draw(i);
            byClass.computeIfAbsent(series.cell(i).classCode(), code -> new Overlap())
                    .add(picture.mask(), CellSegmenter.segment(picture.image()));
        }
        return byClass;
    }

    private void add(PhantomMask truth, CellMask found) {
        int[] drawn = new int[2];
        int[] seen = new int[2];
        int[] both = new int[2];
        for (int y = 0; y < truth.side(); y++) {
            for (int x = 0; x < truth.side(); x++) {
                boolean[] is = {truth.at(x, y) == 2, truth.at(x, y) == 1 || truth.at(x, y) == 2};
                boolean[] says = {found.at(x, y) == CellMask.NUCLEUS, found.at(x, y) != CellMask.BACKGROUND};
                for (int k = 0; k < 2; k++) {
                    drawn[k] += is[k] ? 1 : 0;
                    seen[k] += says[k] ? 1 : 0;
                    both[k] += is[k] && says[k] ? 1 : 0;
                }
            }
        }
        for (int k = 0; k < 2; k++) {
            if (drawn[k] >= LEAST_PIXELS) {
                sums[k] += 2.0 * both[k] / (drawn[k] + seen[k]);
                counts[k]++;
            }
        }
    }

    /** Whether any phantom of the class had a nucleus. */
    boolean hasNucleus() {
        return counts[0] > 0;
    }

    double nucleus() {
        return sums[0] / counts[0];
    }

    double cell() {
        return sums[1] / counts[1];
    }
}
