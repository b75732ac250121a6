package org.medulla.vision.phantom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What each pixel of a phantom belongs to: 0 background, 1 cytoplasm, 2 nucleus, 3 red cells and neighbours. */
public final class PhantomMask {
    /** Colours for the eye: white, light blue, violet, grey. */
    private static final byte[][] COLOURS = {
        {(byte) 255, (byte) 150, (byte) 90, (byte) 190},
        {(byte) 255, (byte) 190, (byte) 40, (byte) 180},
        {(byte) 255, (byte) 240, (byte) 160, (byte) 180}
    };

    private final byte[] labels;

    PhantomMask(byte[] owned) {
        this.labels = owned;
    }

    /** Pixels across and down. */
    public int side() {
        return Scene.SIDE;
    }

    /** The label of a pixel, 0 to 3. */
    public int at(int x, int y) {
        return labels[y * Scene.SIDE + x];
    }

    /** A PNG with a palette: the index of a pixel is its label. */
    byte[] toPng() {
        IndexColorModel palette = new IndexColorModel(8, COLOURS[0].length, COLOURS[0], COLOURS[1], COLOURS[2]);
        BufferedImage image = new BufferedImage(side(), side(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        System.arraycopy(labels, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, labels.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 13);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A mask could not be written into memory", e);
        }
        return bytes.toByteArray();
    }
}
