package org.medulla.vision.deidentification;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.medulla.vision.deidentification.PngParts.Part;

/** What the chunks of a PNG file tell. */
final class PngFindings {
    private static final int LONGEST_INFLATED = 1 << 18;

    /** Chunks that hold how pixels are to be shown, and nothing else. */
    static final Set<String> OF_PIXELS = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST",
            "cICP", "mDCV", "cLLI");

    private PngFindings() {}

    static void add(Findings findings, Stretch file) {
        PngParts parts = PngParts.of(file);
        for (Part part : parts.parts()) {
            try {
                add(findings, part, file.part(part.data(), part.length()));
            } catch (DamagedException e) {
                findings.addDamaged("PNG chunk " + letters(part.type()), e);
            }
        }
        try {
            if (parts.damage().isEmpty()) {
                findings.addTrailing("behind the PNG image", file.rest(parts.end()));
            } else {
                findings.add("PNG", FindingKind.DAMAGED, Severity.TO_LOOK_AT, parts.damage());
            }
        } catch (DamagedException e) {
            findings.addDamaged("PNG", e);
        }
    }

    private static void add(Findings findings, Part part, Stretch data) throws DamagedException {
        String where = "PNG chunk " + letters(part.type());
        switch (part.type()) {
            case "tEXt" -> {
                int keyword = data.indexOf(0);
                Stretch text = data.rest(Math.min(keyword + 1, data.length()));
                words(findings, where, data.first(keyword), text.text(StandardCharsets.ISO_8859_1));
            }
            case "zTXt" -> {
                int keyword = data.indexOf(0);
                words(findings, where, data.first(keyword), inflate(data.rest(keyword + 2L)));
            }
            case "iTXt" -> international(findings, where, data);
            case "tIME" ->
                findings.add(
                        where,
                        FindingKind.DATE,
                        Severity.TO_LOOK_AT,
                        "when the picture was last changed, in " + data.u16(0, false));
            case "eXIf" -> TiffFindings.addExif(findings, where, data);
            case "acTL", "fdAT" ->
                findings.add(
                        where, FindingKind.FURTHER_PICTURE, Severity.TO_LOOK_AT, "a further picture of an animation");
            case "fcTL" -> {}
            default -> {
                if (!OF_PIXELS.contains(part.type())) {
                    findings.addUnknown(where, data);
                }
            }
        }
    }

    private static void international(Findings findings, String where, Stretch data) throws DamagedException {
        int keyword = data.indexOf(0);
        boolean isCompressed = data.u8(keyword + 1L) == 1;
        Stretch rest = data.rest(keyword + 3L);
        rest = rest.rest(Math.min(rest.indexOf(0) + 1, rest.length()));
        rest = rest.rest(Math.min(rest.indexOf(0) + 1, rest.length()));
        if (data.startsWith("XML:com.adobe.xmp\0")) {
            XmpFindings.add(findings, where + " XMP", isCompressed ? Stretch.of(inflated(rest)) : rest);
        } else {
            words(findings, where, data.first(keyword), isCompressed ? inflate(rest) : rest.text());
        }
    }

    private static void words(Findings findings, String where, Stretch keyword, String text) {
        String name = keyword.text(StandardCharsets.ISO_8859_1);
        String place = where + " " + letters(name);
        switch (name) {
            case "Author", "Artist" -> findings.addText(place, FindingKind.NAME, Severity.IDENTIFYING, text);
            case "Software" -> findings.addText(place, FindingKind.SOFTWARE, Severity.HARMLESS, text);
            case "Creation Time", "date:create", "date:modify", "date:timestamp" ->
                findings.addText(place, FindingKind.DATE, Severity.TO_LOOK_AT, text);
            default -> {
                if (name.startsWith("Raw profile type ")) {
                    profile(findings, place, text);
                } else {
                    findings.addText(place, FindingKind.TEXT, Severity.TO_LOOK_AT, name + ": " + text);
                }
            }
        }
    }

    /** A block of another format, written as hexadecimal digits behind its name and length. */
    private static void profile(Findings findings, String where, String text) {
        String[] lines = text.strip().split("\n", 3);
        String digits = lines.length < 3 ? "" : lines[2].replaceAll("\\s", "");
        if (digits.isEmpty() || digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]+")) {
            findings.addText(where, FindingKind.TEXT, Severity.TO_LOOK_AT, text);
            return;
        }
        Stretch block = Stretch.of(HexFormat.of().parseHex(digits));
        try {
            if (block.startsWith("Exif\0\0")) {
                TiffFindings.addExif(findings, where + " EXIF", block.rest(6));
            } else if (block.startsWith("8BIM")) {
                PhotoshopFindings.add(findings, where + " Photoshop", block);
            } else if (lines[0].strip().equals("xmp")) {
                XmpFindings.add(findings, where + " XMP", block);
            } else {
                findings.addUnknown(where, block);
            }
        } catch (DamagedException e) {
            findings.addDamaged(where, e);
        }
    }

    private static String inflate(Stretch compressed) throws DamagedException {
        return Stretch.of(inflated(compressed)).text();
    }

    private static byte[] inflated(Stretch compressed) throws DamagedException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed.toBytes());
            byte[] bytes = new byte[LONGEST_INFLATED];
            int count = 0;
            while (count < bytes.length && !inflater.finished()) {
                int more = inflater.inflate(bytes, count, bytes.length - count);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                count += more;
            }
            return Arrays.copyOf(bytes, count);
        } catch (DataFormatException e) {
            throw new DamagedException("holds compressed words that cannot be read");
        }
    }

    /** What a file calls a thing, for a message: letters, digits and a few signs, not too many. */
    private static String letters(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 :._-]", "?");
        return plain.length() > 40 ? plain.substring(0, 40) : plain;
    }
}
