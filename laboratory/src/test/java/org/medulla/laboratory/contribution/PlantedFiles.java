package org.medulla.laboratory.contribution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;

/** Pictures with problems planted in them, as laboratories send them without meaning to. */
final class PlantedFiles {
    private PlantedFiles() {}

    static RgbImage pixels(byte[] file) {
        return ((Decoded.Image) ImageDecoder.decode(file)).pixels();
    }

    /** A JPEG with an EXIF block of an artist, a position, and a thumbnail, and a comment. */
    static byte[] withSegments(byte[] jpeg, byte[]... segments) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        for (byte[] segment : segments) {
            all.writeBytes(segment);
        }
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    static byte[] comment(String words) {
        return segment(0xfe, words.getBytes(ISO_8859_1));
    }

    /** EXIF, big-endian: an artist, a GPS directory with a latitude, and a second directory with a thumbnail. */
    static byte[] exif(String artist) {
        byte[] name = (artist + "\0").getBytes(ISO_8859_1);
        int gps = 8 + 2 + 2 * 12 + 4;
        int thumbnail = gps + 2 + 2 * 12 + 4;
        int data = thumbnail + 2 + 2 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(data + 24 + name.length + 8);
        tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 2);
        entry(tiff, 315, 2, name.length, data + 24);
        entry(tiff, 34853, 4, 1, gps);
        tiff.putInt(thumbnail).putShort((short) 2);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(ISO_8859_1));
        entry(tiff, 2, 5, 3, data);
        tiff.putInt(0).putShort((short) 2);
        entry(tiff, 513, 4, 1, data + 24 + name.length);
        entry(tiff, 514, 4, 1, 4);
        tiff.putInt(0);
        for (int part : new int[] {48, 1, 8, 1, 15, 1}) {
            tiff.putInt(part);
        }
        tiff.put(name);
        return segment(0xe1, concat("Exif\0\0".getBytes(ISO_8859_1), tiff.array()));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] segment(int marker, byte[] data) {
        return ByteBuffer.allocate(data.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .array();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static byte[] withLetters(RgbImage image, String words) {
        BufferedImage canvas = image.toBufferedImage();
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.DIALOG, Font.PLAIN, 16));
        graphics.drawString(words, 6, 20);
        graphics.dispose();
        return RgbImage.of(canvas).toPng();
    }

    /** By a box of 13 pixels, twice. */
    static byte[] blurred(RgbImage image) {
        return boxed(boxed(image)).toPng();
    }

    private static RgbImage boxed(RgbImage image) {
        int reach = 6;
        byte[] rgb = new byte[3 * image.width() * image.height()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int[] sum = new int[4];
                for (int v = Math.max(0, y - reach); v <= Math.min(image.height() - 1, y + reach); v++) {
                    for (int u = Math.max(0, x - reach); u <= Math.min(image.width() - 1, x + reach); u++) {
                        sum[0] += image.red(u, v);
                        sum[1] += image.green(u, v);
                        sum[2] += image.blue(u, v);
                        sum[3]++;
                    }
                }
                for (int c = 0; c < 3; c++) {
                    rgb[3 * (y * image.width() + x) + c] = (byte) (sum[c] / sum[3]);
                }
            }
        }
        return RgbImage.of(image.width(), image.height(), rgb);
    }

    static byte[] darkened(RgbImage image) {
        byte[] rgb = image.toBytes();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (0.4 * image.value(i));
        }
        return RgbImage.of(image.width(), image.height(), rgb).toPng();
    }

    static byte[] empty(int side) {
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (225 + (i * 7919) % 5);
        }
        return RgbImage.of(side, side, rgb).toPng();
    }
}
