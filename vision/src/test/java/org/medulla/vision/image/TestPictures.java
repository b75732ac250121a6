package org.medulla.vision.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** Pictures and files that tests need and no encoder writes. */
public final class TestPictures {
    private TestPictures() {}

    /** A smooth coloured pattern that depends on a seed, as a blurred picture would be. */
    public static RgbImage smooth(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int waves = 6;
        double[] parameters = random.doubles(12L * waves, -1, 1).toArray();
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            int channel = i % 3;
            int pixel = i / 3;
            double x = pixel % width * 0.004;
            double y = Math.floorDiv(pixel, width) * 0.004;
            double sum = 0;
            for (int wave = 0; wave < waves; wave++) {
                int at = (channel * waves + wave) * 4;
                sum += parameters[at]
                        * Math.sin(20 * (parameters[at + 1] * x + parameters[at + 2] * y) + 6 * parameters[at + 3]);
            }
            rgb[i] = (byte) Math.clamp(Math.round(128 + 45 * sum), 0, 255);
        }
        return RgbImage.of(width, height, rgb);
    }

    /** The folder of real images beside the project, where there is one. */
    public static Optional<Path> realImages() {
        String stated = System.getenv("MEDULLA_TEST_DATA");
        Path folder = stated != null
                ? Path.of(stated)
                : Path.of(System.getProperty("medulla.root", "."), "..", "shared", "data");
        return Files.isDirectory(folder.resolve("marrow-original")) ? Optional.of(folder) : Optional.empty();
    }

    static int largestDifference(RgbImage one, RgbImage other) {
        int largest = 0;
        for (int i = 0; i < one.width() * one.height() * 3; i++) {
            largest = Math.max(largest, Math.abs(one.value(i) - other.value(i)));
        }
        return largest;
    }

    /** Rewrites the size that a file states, with the check sum where the format has one. */
    static void stateSize(byte[] file, ImageFormat format, int width, int height) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        switch (format) {
            case PNG -> {
                bytes.putInt(16, width).putInt(20, height);
                CRC32 sum = new CRC32();
                sum.update(file, 12, 17);
                bytes.putInt(29, (int) sum.getValue());
            }
            case BMP -> bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
            case JPEG -> {
                int at = 2;
                while ((file[at + 1] & 0xff) != 0xc0) {
                    at += 2 + bytes.getShort(at + 2);
                }
                bytes.putShort(at + 5, (short) height).putShort(at + 7, (short) width);
            }
            case TIFF -> {
                bytes.order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                int at = bytes.getInt(4);
                int entries = bytes.getShort(at);
                for (int entry = at + 2; entry < at + 2 + 12 * entries; entry += 12) {
                    int tag = bytes.getShort(entry) & 0xffff;
                    if (tag == 256 || tag == 257) {
                        bytes.putShort(entry + 2, (short) 4).putInt(entry + 8, tag == 256 ? width : height);
                    }
                }
            }
        }
    }

    /** Puts an EXIF segment with an orientation after the start of a JPEG. */
    static byte[] withExifOrientation(byte[] jpeg, int orientation) {
        ByteBuffer result = ByteBuffer.allocate(jpeg.length + 36);
        result.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) 34);
        result.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        result.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        result.putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1);
        result.putShort((short) orientation).putShort((short) 0).putInt(0);
        return result.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A TIFF of 8 x 8 pixels of four inks. */
    static byte[] inkTiff(int cyan, int magenta, int yellow, int black) {
        int[][] entries = {
            {256, 4, 1, 8},
            {257, 4, 1, 8},
            {258, 3, 4, 180},
            {259, 3, 1, 1},
            {262, 3, 1, 5},
            {273, 4, 1, 200},
            {277, 3, 1, 4},
            {278, 4, 1, 8},
            {279, 4, 1, 256}
        };
        ByteBuffer file = ByteBuffer.allocate(456).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries.length);
        for (int[] entry : entries) {
            file.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt(entry[2])
                    .putInt(entry[3]);
        }
        file.putInt(0).position(180);
        file.putShort((short) 8)
                .putShort((short) 8)
                .putShort((short) 8)
                .putShort((short) 8)
                .position(200);
        for (int i = 0; i < 64; i++) {
            file.put((byte) cyan).put((byte) magenta).put((byte) yellow).put((byte) black);
        }
        return file.array();
    }

    /** A grey TIFF of 8 x 8 pixels with a resolution: unit 2 is the inch, 3 the centimetre. */
    static byte[] tiff(int unit, int pixelsPerUnit) {
        int[][] entries = {
            {256, 4, 8},
            {257, 4, 8},
            {258, 4, 8},
            {259, 4, 1},
            {262, 4, 1},
            {273, 4, 200},
            {277, 4, 1},
            {278, 4, 8},
            {279, 4, 64},
            {282, 5, 180},
            {283, 5, 180},
            {296, 4, unit}
        };
        ByteBuffer file = ByteBuffer.allocate(264).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries.length);
        for (int[] entry : entries) {
            file.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1).putInt(entry[2]);
        }
        file.putInt(0).putInt(180, pixelsPerUnit).putInt(184, 1);
        return file.array();
    }
}
