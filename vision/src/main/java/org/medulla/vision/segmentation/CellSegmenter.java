package org.medulla.vision.segmentation;

import org.medulla.vision.image.RgbImage;

/**
 * Finds the central cell of a cell image. Pure and safe for many threads.
 *
 * <p>At 125 pixels along the longer side: nuclei are the darker of two groups of stained pixels, parted at their necks; the part
 * in the middle is the nucleus, with the lobes or halves that keep it in the middle. Stained pixels are flooded from all nuclei
 * at once, so that cells which touch share them out; what hangs on the cell by a neck is left out. Where nothing is stained, as
 * in a gap between cells, both regions are small or empty.
 */
public final class CellSegmenter {
    private static final int WORKING_SIDE = 125;

    private CellSegmenter() {}

    /** The mask of the central cell, of the image's size. */
    public static CellMask segment(RgbImage image) {
        double scale = (double) WORKING_SIDE / Math.max(image.width(), image.height());
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        StainMaps maps = new StainMaps(image.resize(width, height));
        byte[] labels = new CentralCell(maps).labels();
        return Enlargement.of(labels, width, height, image.width(), image.height());
    }
}
