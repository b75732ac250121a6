package org.medulla.vision.deidentification;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.medulla.vision.deidentification.PngParts.Part;
import org.medulla.vision.image.Orientation;

/** Writes a PNG file again with the chunks that pixels need. */
final class PngCopy {
    private PngCopy() {}

    static Copied of(Stretch file) throws DamagedException {
        PngParts parts = PngParts.of(file);
        if (!parts.damage().isEmpty() || !parts.parts().getFirst().type().equals("IHDR")) {
            return new Copied.Refused(parts.damage().isEmpty() ? "has no header chunk" : parts.damage());
        }
        Orientation orientation = Orientation.UPRIGHT;
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        List<String> dropped = new ArrayList<>();
        for (Part part : parts.parts()) {
            if (part.type().equals("eXIf")) {
                orientation =
                        Orientation.ofExif(file.part(part.data(), part.length()).toBytes());
            }
        }
        copy.writeBytes(file.first(PngParts.SIGNATURE).toBytes());
        for (Part part : parts.parts()) {
            if (PngFindings.OF_PIXELS.contains(part.type())) {
                copy.writeBytes(file.part(part.from(), part.to() - part.from()).toBytes());
            } else {
                dropped.add("PNG chunk " + part.type().replaceAll("[^A-Za-z]", "?") + ", " + part.length() + " bytes");
            }
            if (part.type().equals("IHDR") && orientation != Orientation.UPRIGHT) {
                copy.writeBytes(chunk("eXIf", OrientationBlock.of(orientation)));
            }
        }
        if (parts.end() < file.length()) {
            dropped.add((file.length() - parts.end()) + " bytes behind the image");
        }
        return new Copied.Copy(new CleanCopy(copy.toByteArray(), dropped, orientation));
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
