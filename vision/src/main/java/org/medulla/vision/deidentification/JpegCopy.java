package org.medulla.vision.deidentification;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.medulla.vision.deidentification.JpegParts.Part;
import org.medulla.vision.image.Orientation;

/** Writes a JPEG file again with the segments that pixels need. */
final class JpegCopy {
    /** Bytes of a JFIF header without its thumbnail, and of an Adobe segment (both without marker and length). */
    private static final int JFIF = 14;

    private static final int ADOBE = 12;

    private final Stretch file;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final List<String> dropped = new ArrayList<>();
    private boolean hasJfif;

    private JpegCopy(Stretch file) {
        this.file = file;
    }

    static Copied of(Stretch file) throws DamagedException {
        JpegParts parts = JpegParts.of(file);
        if (!parts.damage().isEmpty()) {
            return new Copied.Refused(parts.damage());
        }
        Orientation orientation = Orientation.ofFile(file.toBytes());
        JpegCopy writer = new JpegCopy(file);
        for (Part part : parts.parts()) {
            writer.add(part);
        }
        if (parts.end() < file.length()) {
            writer.dropped.add((file.length() - parts.end()) + " bytes behind the image");
        }
        byte[] bytes = writer.copy.toByteArray();
        if (orientation != Orientation.UPRIGHT) {
            bytes = withOrientation(bytes, orientation);
        }
        return new Copied.Copy(new CleanCopy(bytes, writer.dropped, orientation));
    }

    private void add(Part part) throws DamagedException {
        Stretch data = file.part(part.data(), part.to() - part.data());
        if (part.marker() == JpegParts.COMMENT) {
            drop("JPEG comment", data);
        } else if (part.isOfPixels()) {
            copy(part.from(), part.to());
        } else if (!part.isAnyApplication()) {
            drop("JPEG segment of no known meaning", data);
        } else if (part.isApplication(0) && data.startsWith("JFIF\0") && data.length() >= JFIF && !hasJfif) {
            hasJfif = true;
            byte[] header = data.first(JFIF).toBytes();
            boolean hasThumbnail = header[12] != 0 || header[13] != 0;
            header[12] = 0;
            header[13] = 0;
            segment(part.marker(), header);
            if (hasThumbnail || data.length() > JFIF) {
                drop("what follows the JFIF header", data.rest(JFIF));
            }
        } else if (part.isApplication(14) && data.startsWith("Adobe") && data.length() >= ADOBE) {
            segment(part.marker(), data.first(ADOBE).toBytes());
            if (data.length() > ADOBE) {
                drop("what follows the Adobe segment", data.rest(ADOBE));
            }
        } else if (part.isApplication(2) && data.startsWith("ICC_PROFILE\0")) {
            copy(part.from(), part.to());
        } else {
            drop("JPEG segment APP" + (part.marker() - JpegParts.FIRST_APPLICATION), data);
        }
    }

    private void drop(String what, Stretch data) {
        dropped.add(what + ", " + data.length() + " bytes");
    }

    private void copy(int from, int to) throws DamagedException {
        copy.writeBytes(file.part(from, to - from).toBytes());
    }

    private void segment(int marker, byte[] data) {
        copy.write(0xff);
        copy.write(marker);
        copy.write((data.length + 2) >> 8);
        copy.write((data.length + 2) & 0xff);
        copy.writeBytes(data);
    }

    /** With an EXIF segment of one tag behind the JFIF header, where decoders look for it. */
    private static byte[] withOrientation(byte[] jpeg, Orientation orientation) throws DamagedException {
        Stretch plain = Stretch.of(jpeg);
        List<Part> parts = JpegParts.of(plain).parts();
        int at = parts.getFirst().to();
        if (parts.size() > 1 && parts.get(1).isApplication(0)) {
            at = parts.get(1).to();
        }
        JpegCopy writer = new JpegCopy(plain);
        writer.copy(0, at);
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        exif.writeBytes(OrientationBlock.of(orientation));
        writer.segment(JpegParts.FIRST_APPLICATION + 1, exif.toByteArray());
        writer.copy(at, jpeg.length);
        return writer.copy.toByteArray();
    }
}
