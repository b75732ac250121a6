package org.medulla.vision.phantom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** What each pixel of a phantom belongs to: 0 background, 1 cytoplasm, 2 nucleus, 3 red cells and neighbours. */
public final class PhantomMask {
    /** Colours for the eye: white, light blue, violet, grey. */
    private static final byte[] PALETTE = {
        (byte) 255,
        (byte) 255,
        (byte) 255,
        (byte) 150,
        (byte) 190,
        (byte) 240,
        90,
        40,
        (byte) 160,
        (byte) 190,
        (byte) 180,
        (byte) 180
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
        int side = side();
        byte[] rows = new byte[side * (side + 1)];
        for (int y = 0; y < side; y++) {
            System.arraycopy(labels, y * side, rows, y * (side + 1) + 1, side);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 12);
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        // Eight bits, palette, no interlacing (PNG specification, 11.2.2).
        byte[] header = ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put((byte) 8)
                .put((byte) 3)
                .array();
        chunk(png, "IHDR", header);
        chunk(png, "PLTE", PALETTE);
        chunk(png, "IDAT", deflated(rows));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] result = new byte[bytes.length + 64];
            int length = deflater.deflate(result);
            return Arrays.copyOf(result, length);
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] body = new byte[4 + data.length];
        System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, body, 0, 4);
        System.arraycopy(data, 0, body, 4, data.length);
        CRC32 sum = new CRC32();
        sum.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
