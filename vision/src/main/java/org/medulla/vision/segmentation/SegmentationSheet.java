package org.medulla.vision.segmentation;

import java.util.List;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.phantom.ContactSheet;

/** Cell images with the outlines that segmentation found: the nucleus in yellow, the cell in green. */
public final class SegmentationSheet {
    private static final byte[] NUCLEUS_LINE = {(byte) 255, (byte) 230, 0};
    private static final byte[] CELL_LINE = {0, (byte) 230, 60};

    private SegmentationSheet() {}

    /** The image with both outlines, each one pixel wide and inside its region. */
    public static RgbImage outlined(RgbImage image, CellMask mask) {
        int width = image.width();
        int height = image.height();
        if (mask.width() != width || mask.height() != height) {
            throw new IllegalArgumentException("The mask of " + mask.width() + " x " + mask.height()
                    + " pixels is not of the image's " + width + " x " + height);
        }
        byte[] rgb = image.toBytes();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int label = mask.at(x, y);
                if (label != CellMask.BACKGROUND && touchesLess(mask, x, y, CellMask.CYTOPLASM)) {
                    System.arraycopy(CELL_LINE, 0, rgb, (y * width + x) * RgbImage.CHANNELS, RgbImage.CHANNELS);
                } else if (label == CellMask.NUCLEUS && touchesLess(mask, x, y, CellMask.NUCLEUS)) {
                    System.arraycopy(NUCLEUS_LINE, 0, rgb, (y * width + x) * RgbImage.CHANNELS, RgbImage.CHANNELS);
                }
            }
        }
        return RgbImage.of(width, height, rgb);
    }

    /**
     * A sheet of cells with their outlines, row by row with a word above each.
     *
     * @param rows cell images, any sizes
     * @param columns how many rows stand side by side
     * @param side pixels of a picture on the sheet
     */
    public static RgbImage of(List<ContactSheet.Row> rows, int columns, int side) {
        return ContactSheet.of(
                rows.stream()
                        .map(row -> new ContactSheet.Row(
                                row.label(),
                                row.pictures().stream()
                                        .map(picture -> outlined(picture, CellSegmenter.segment(picture)))
                                        .toList()))
                        .toList(),
                columns,
                side);
    }

    private static boolean touchesLess(CellMask mask, int x, int y, int label) {
        return (x > 0 && mask.at(x - 1, y) < label)
                || (x < mask.width() - 1 && mask.at(x + 1, y) < label)
                || (y > 0 && mask.at(x, y - 1) < label)
                || (y < mask.height() - 1 && mask.at(x, y + 1) < label);
    }
}
