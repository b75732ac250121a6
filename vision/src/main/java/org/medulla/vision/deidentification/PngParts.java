package org.medulla.vision.deidentification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The chunks of a PNG file in their order (ISO/IEC 15948).
 *
 * @param parts the chunks
 * @param end the first byte behind the last chunk
 * @param damage what is wrong where no end chunk was reached; empty otherwise
 */
record PngParts(List<Part> parts, int end, String damage) {
    /** Bytes of the signature. */
    static final int SIGNATURE = 8;

    /**
     * One chunk.
     *
     * @param type four letters
     * @param from where it begins, with its length
     * @param data where its data begin
     * @param length bytes of data
     */
    record Part(String type, int from, int data, int length) {

        /** The first byte behind the chunk's check sum. */
        int to() {
            return data + length + 4;
        }
    }

    PngParts {
        parts = List.copyOf(parts);
    }

    static boolean isPng(Stretch file) {
        return file.startsWith("\u0089PNG\r\n\u001a\n");
    }

    static PngParts of(Stretch file) {
        List<Part> parts = new ArrayList<>();
        int at = SIGNATURE;
        try {
            while (true) {
                long length = file.u32(at, false);
                String type = file.part(at + 4, 4).text(StandardCharsets.ISO_8859_1);
                if (!file.has(at, length + 12)) {
                    return new PngParts(parts, at, "has a chunk that reaches beyond the end of the file");
                }
                Part part = new Part(type, at, at + 8, (int) length);
                parts.add(part);
                at = part.to();
                if (type.equals("IEND")) {
                    return new PngParts(parts, at, "");
                }
            }
        } catch (DamagedException e) {
            return new PngParts(parts, at, "ends before its end chunk");
        }
    }
}
