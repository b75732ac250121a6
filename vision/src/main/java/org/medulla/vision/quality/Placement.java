package org.medulla.vision.quality;

import java.util.List;
import org.medulla.vision.segmentation.CellMask;

/** Measures where the central cell lies in its frame. */
final class Placement {
    static final String NO_CELL = "there is no cell in the middle";

    private Placement() {}

    static void addTo(List<Measurement> all, CellMask mask) {
        double share = (double) mask.cellArea() / (mask.width() * mask.height());
        if (mask.cellArea() == 0) {
            all.add(new Measurement.NotMeasurable(QualityMeasure.OFF_CENTRE, NO_CELL));
            all.add(new Measurement.NotMeasurable(QualityMeasure.ON_BORDER, NO_CELL));
            all.add(new Measurement.Value(QualityMeasure.CELL_SHARE, share));
            return;
        }
        int side = Math.min(mask.width(), mask.height());
        double sumX = 0;
        double sumY = 0;
        int border = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.at(x, y) != CellMask.BACKGROUND) {
                    sumX += x;
                    sumY += y;
                    border += x == 0 || y == 0 || x == mask.width() - 1 || y == mask.height() - 1 ? 1 : 0;
                }
            }
        }
        double away = Math.hypot(
                sumX / mask.cellArea() - (mask.width() - 1) / 2.0, sumY / mask.cellArea() - (mask.height() - 1) / 2.0);
        all.add(new Measurement.Value(QualityMeasure.OFF_CENTRE, away / side));
        all.add(new Measurement.Value(QualityMeasure.ON_BORDER, (double) border / side));
        all.add(new Measurement.Value(QualityMeasure.CELL_SHARE, share));
    }
}
