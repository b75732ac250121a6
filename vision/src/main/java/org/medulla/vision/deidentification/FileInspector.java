package org.medulla.vision.deidentification;

import java.util.List;

/**
 * Looks through the bytes of a JPEG, PNG, TIFF or BMP file for everything but pixels: EXIF, XMP, IPTC, comments, text chunks,
 * thumbnails, further pictures and bytes behind the end. Nothing a file holds makes it throw or go on for ever; what is damaged
 * is a finding.
 *
 * <p>A file without findings that are {@link Severity#TO_LOOK_AT} or more tells nothing beside its pixels. Those are looked at
 * by {@link BurntInText}, and the file's name by {@link IdentifyingText}.
 */
public final class FileInspector {
    private static final int BMP_HEADER = 14;

    private FileInspector() {}

    /** The findings, in the order of the file. */
    public static List<Finding> inspect(byte[] file) {
        Findings findings = new Findings();
        Stretch bytes = Stretch.of(file);
        if (JpegParts.isJpeg(bytes)) {
            JpegFindings.add(findings, bytes);
        } else if (PngParts.isPng(bytes)) {
            PngFindings.add(findings, bytes);
        } else if (TiffFindings.isTiff(bytes)) {
            TiffFindings.addFile(findings, bytes);
        } else if (bytes.startsWith("BM") && bytes.length() >= BMP_HEADER) {
            addBmp(findings, bytes);
        } else {
            findings.add(
                    "file",
                    FindingKind.UNKNOWN_PART,
                    Severity.TO_LOOK_AT,
                    "no JPEG, PNG, TIFF or BMP: not looked into");
        }
        return findings.toList();
    }

    private static void addBmp(Findings findings, Stretch bytes) {
        try {
            long stated = bytes.u32(2, true);
            if (stated < bytes.length() && stated > BMP_HEADER) {
                findings.addTrailing("behind the BMP image", bytes.rest(stated));
            }
        } catch (DamagedException e) {
            findings.addDamaged("BMP", e);
        }
    }
}
