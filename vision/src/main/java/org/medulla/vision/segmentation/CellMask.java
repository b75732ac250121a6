package org.medulla.vision.segmentation;

import java.util.Objects;

/**
 * Which pixels of a cell image belong to the nucleus and to the cytoplasm of its central cell; immutable. A nucleus in several
 * lobes is one nucleus, the cell is nucleus and cytoplasm together.
 */
public final class CellMask {
    /** The label of everything but the central cell. */
    public static final int BACKGROUND = 0;

    /** The label of the central cell outside its nucleus. */
    public static final int CYTOPLASM = 1;

    /** The label of the central cell's nucleus. */
    public static final int NUCLEUS = 2;

    private final int width;
    private final int height;
    private final byte[] labels;
    private final int nucleusArea;
    private final int cellArea;

    /** Takes ownership of the labels, row by row. */
    CellMask(int width, int height, byte[] owned) {
        if (owned.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + " pixels are not " + owned.length + " labels");
        }
        this.width = width;
        this.height = height;
        this.labels = owned;
        int nucleus = 0;
        int cell = 0;
        for (byte label : owned) {
            nucleus += label == NUCLEUS ? 1 : 0;
            cell += label != BACKGROUND ? 1 : 0;
        }
        this.nucleusArea = nucleus;
        this.cellArea = cell;
    }

    /**
     * A mask of a copy of these labels, row by row from the top left: {@link #BACKGROUND}, {@link #CYTOPLASM} or {@link
     * #NUCLEUS}.
     */
    public static CellMask of(int width, int height, byte[] labels) {
        for (byte label : labels) {
            Objects.checkIndex(label, NUCLEUS + 1);
        }
        return new CellMask(width, height, labels.clone());
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The label of a pixel, 0 to 2. */
    public int at(int x, int y) {
        return labels[y * width + Objects.checkIndex(x, width)];
    }

    /** The label of the pixel {@code y * width + x}; the fastest way through all pixels. */
    public int at(int pixel) {
        return labels[pixel];
    }

    /** Pixels of the nucleus; 0 where none was found. */
    public int nucleusArea() {
        return nucleusArea;
    }

    /** Pixels of nucleus and cytoplasm. */
    public int cellArea() {
        return cellArea;
    }
}
