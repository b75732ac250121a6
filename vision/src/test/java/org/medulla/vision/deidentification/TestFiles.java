package org.medulla.vision.deidentification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.image.TestPictures;

/** Files with what cameras, scanners and programs write beside the pixels, made byte by byte. */
final class TestFiles {
    static final RgbImage PICTURE = TestPictures.smooth(40, 24, 5);
    static final byte[] JPEG = PICTURE.toJpeg(90);
    static final byte[] PNG = PICTURE.toPng();

    private TestFiles() {}

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] segment(int marker, byte[]... data) {
        byte[] all = join(data);
        return ByteBuffer.allocate(all.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (all.length + 2))
                .put(all)
                .array();
    }

    /** The JPEG with segments behind its JFIF header. */
    static byte[] jpegWith(byte[]... segments) {
        int at = 4 + ByteBuffer.wrap(JPEG).getShort(4);
        return join(part(JPEG, 0, at), join(segments), part(JPEG, at, JPEG.length));
    }

    static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] chunk(String type, byte[]... data) {
        byte[] all = join(ascii(type), join(data));
        CRC32 sum = new CRC32();
        sum.update(all);
        return ByteBuffer.allocate(all.length + 8)
                .putInt(all.length - 4)
                .put(all)
                .putInt((int) sum.getValue())
                .array();
    }

    /** The PNG with chunks behind its header chunk. */
    static byte[] pngWith(byte[]... chunks) {
        return join(part(PNG, 0, 33), join(chunks), part(PNG, 33, PNG.length));
    }

    static byte[] deflated(String text) {
        Deflater deflater = new Deflater();
        deflater.setInput(text.getBytes(UTF_8));
        deflater.finish();
        byte[] buffer = new byte[text.length() + 100];
        int count = deflater.deflate(buffer);
        deflater.end();
        return part(buffer, 0, count);
    }

    static byte[] exifSegment(byte[] tiff) {
        return segment(0xe1, ascii("Exif\0\0"), tiff);
    }

    /** An IPTC data set of the application record. */
    static byte[] iptc(int number, String words) {
        byte[] text = words.getBytes(UTF_8);
        return ByteBuffer.allocate(text.length + 5)
                .put((byte) 0x1c)
                .put((byte) 2)
                .put((byte) number)
                .putShort((short) text.length)
                .put(text)
                .array();
    }

    static byte[] photoshop(int resource, byte[] data) {
        return ByteBuffer.allocate(12 + data.length + data.length % 2)
                .put(ascii("8BIM"))
                .putShort((short) resource)
                .putShort((short) 0)
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** A camera's EXIF: make, artist, dates, a position, a user comment and a thumbnail. */
    static byte[] cameraExif() {
        return new Tiff()
                .ascii(271, "Camera Works")
                .ascii(305, "Viewer 7.1")
                .ascii(306, "2021:03:17 10:15:00")
                .ascii(315, "Anna Schmidt")
                .directory(
                        34665,
                        new Tiff()
                                .ascii(36867, "2021:03:17 10:14:59")
                                .undefined(37510, ascii("ASCII\0\0\0geb. 12.03.1957")))
                .directory(
                        34853,
                        new Tiff()
                                .ascii(1, "N")
                                .rationals(2, 48, 8, 15)
                                .ascii(3, "E")
                                .rationals(4, 11, 34, 30))
                .next(new Tiff().number(513, 0).number(514, 0))
                .toBytes(false);
    }

    /** A TIFF structure in the making: entries, directories below and the directory that follows. */
    static final class Tiff {
        private record Tag(int number, int type, int count, List<Byte> value, List<Tiff> below) {}

        private final List<Tag> tags = new ArrayList<>();
        private final List<Tiff> next = new ArrayList<>();

        Tiff ascii(int tag, String text) {
            return add(tag, 2, 1, TestFiles.ascii(text + "\0"));
        }

        Tiff undefined(int tag, byte[] bytes) {
            return add(tag, 7, 1, bytes);
        }

        Tiff bytes(int tag, byte[] bytes) {
            return add(tag, 1, 1, bytes);
        }

        Tiff number(int tag, int value) {
            return add(tag, 4, 4, ByteBuffer.allocate(4).putInt(value).array());
        }

        Tiff rationals(int tag, int... values) {
            ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
            for (int value : values) {
                bytes.putInt(value).putInt(1);
            }
            return add(tag, 5, 8, bytes.array());
        }

        Tiff directory(int tag, Tiff below) {
            tags.add(new Tag(tag, 4, 1, List.of(), List.of(below)));
            return this;
        }

        Tiff next(Tiff directory) {
            next.add(directory);
            return this;
        }

        private Tiff add(int tag, int type, int size, byte[] bytes) {
            List<Byte> value = new ArrayList<>();
            for (byte b : bytes) {
                value.add(b);
            }
            tags.add(new Tag(tag, type, bytes.length / size, value, List.of()));
            return this;
        }

        /** Big-endian, optionally with some bytes behind the last directory. */
        byte[] toBytes(boolean padded) {
            ByteBuffer file = ByteBuffer.allocate(1 << 16);
            file.put(TestFiles.ascii("MM\0*")).putInt(8);
            int end = write(file, 8);
            return part(file.array(), 0, padded ? end + 64 : end);
        }

        private int write(ByteBuffer file, int at) {
            file.putShort(at, (short) tags.size());
            int end = at + 6 + 12 * tags.size();
            int entry = at + 2;
            for (Tag tag : tags) {
                file.putShort(entry, (short) tag.number)
                        .putShort(entry + 2, (short) tag.type)
                        .putInt(entry + 4, tag.count);
                if (!tag.below.isEmpty()) {
                    file.putInt(entry + 8, end);
                    end = tag.below.getFirst().write(file, end);
                } else {
                    int place = tag.value.size() <= 4 ? entry + 8 : end;
                    for (int i = 0; i < tag.value.size(); i++) {
                        file.put(place + i, tag.value.get(i));
                    }
                    if (place == end) {
                        file.putInt(entry + 8, end);
                        end += tag.value.size();
                    }
                }
                entry += 12;
            }
            file.putInt(entry, next.isEmpty() ? 0 : end);
            return next.isEmpty() ? end : next.getFirst().write(file, end);
        }
    }
}
