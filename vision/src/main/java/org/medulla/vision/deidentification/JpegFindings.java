package org.medulla.vision.deidentification;

import java.util.regex.Pattern;
import org.medulla.vision.deidentification.JpegParts.Part;

/** What the segments of a JPEG file tell. */
final class JpegFindings {
    private static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/";
    private static final int JFIF_LENGTH = 14;

    /** Comments that programs write about themselves, Medulla's mark on its phantoms among them. */
    private static final Pattern OF_PROGRAMS = Pattern.compile(
            "synthetic: Medulla phantom [A-Z]{3}/[\\w./-]+, plan of [\\w, ]+|CREATOR: gd-jpeg v[^\\r\\n]{1,80}\\s*");

    private JpegFindings() {}

    static void add(Findings findings, Stretch file) {
        JpegParts parts = JpegParts.of(file);
        for (Part part : parts.parts()) {
            try {
                add(findings, part, file.part(part.data(), part.to() - part.data()));
            } catch (DamagedException e) {
                findings.addDamaged("JPEG segment", e);
            }
        }
        try {
            if (parts.damage().isEmpty()) {
                findings.addTrailing("behind the JPEG image", file.rest(parts.end()));
            } else {
                findings.add("JPEG", FindingKind.DAMAGED, Severity.TO_LOOK_AT, parts.damage());
            }
        } catch (DamagedException e) {
            findings.addDamaged("JPEG", e);
        }
    }

    private static void add(Findings findings, Part part, Stretch data) throws DamagedException {
        if (part.marker() == JpegParts.COMMENT) {
            String words = data.text().replace('\0', ' ');
            boolean ofProgram = OF_PROGRAMS.matcher(words).matches();
            findings.addText(
                    "JPEG comment",
                    ofProgram ? FindingKind.SOFTWARE : FindingKind.TEXT,
                    ofProgram ? Severity.HARMLESS : Severity.TO_LOOK_AT,
                    words);
        } else if (part.isAnyApplication()) {
            application(findings, part, data);
        } else if (!part.isOfPixels()) {
            findings.addUnknown("JPEG segment of no known meaning", data);
        }
    }

    private static void application(Findings findings, Part part, Stretch data) throws DamagedException {
        String where = "JPEG segment APP" + (part.marker() - JpegParts.FIRST_APPLICATION);
        if (part.isApplication(0) && data.startsWith("JFIF\0")) {
            jfif(findings, where, data);
        } else if (part.isApplication(0) && data.startsWith("JFXX\0")) {
            thumbnail(findings, where + " JFXX", data.length());
        } else if (part.isApplication(1) && data.startsWith("Exif\0")) {
            TiffFindings.addExif(findings, "EXIF", data.rest(Math.min(6, data.length())));
        } else if (part.isApplication(1) && data.startsWith("http://ns.adobe.com/xap/1.0/\0")) {
            XmpFindings.add(findings, "XMP", data.rest(29));
        } else if (part.isApplication(1) && data.startsWith(EXTENDED_XMP)) {
            XmpFindings.add(findings, "extended XMP", data.rest(EXTENDED_XMP.length()));
        } else if (part.isApplication(2) && data.startsWith("ICC_PROFILE\0")) {
            findings.add(where + " ICC profile", FindingKind.TECHNICAL, Severity.HARMLESS, "a colour profile");
        } else if (part.isApplication(2) && data.startsWith("MPF\0")) {
            findings.add(
                    where + " MPF",
                    FindingKind.FURTHER_PICTURE,
                    Severity.TO_LOOK_AT,
                    "a list of further pictures in the file");
        } else if (part.isApplication(13) && data.startsWith("Photoshop 3.0\0")) {
            PhotoshopFindings.add(findings, "Photoshop", data.rest(14));
        } else if (part.isApplication(14) && data.startsWith("Adobe")) {
            findings.add(where + " Adobe", FindingKind.TECHNICAL, Severity.HARMLESS, "how colours are coded");
        } else {
            findings.addUnknown(where, data);
        }
    }

    private static void jfif(Findings findings, String where, Stretch data) throws DamagedException {
        findings.add(where + " JFIF", FindingKind.TECHNICAL, Severity.HARMLESS, "the format's header");
        if (data.length() < JFIF_LENGTH) {
            findings.add(where + " JFIF", FindingKind.DAMAGED, Severity.TO_LOOK_AT, "ends early");
            return;
        }
        int thumbnail = 3 * data.u8(12) * data.u8(13);
        if (thumbnail > 0) {
            thumbnail(findings, where + " JFIF", thumbnail);
        }
        if (data.length() > JFIF_LENGTH + thumbnail) {
            findings.addUnknown(where + " JFIF", data.rest(JFIF_LENGTH + thumbnail));
        }
    }

    private static void thumbnail(Findings findings, String where, int length) {
        findings.add(
                where + " thumbnail",
                FindingKind.THUMBNAIL,
                Severity.TO_LOOK_AT,
                "a small picture in " + length + " bytes");
    }
}
