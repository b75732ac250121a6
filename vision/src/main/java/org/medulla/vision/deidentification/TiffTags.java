package org.medulla.vision.deidentification;

import java.util.Map;
import java.util.Optional;

/** The tags of TIFF and EXIF (TIFF 6.0; CIPA DC-008) that hold words, and what kind of words. */
final class TiffTags {
    static final int DESCRIPTION = 270;
    static final int XMP = 700;
    static final int IPTC = 33723;
    static final int PHOTOSHOP = 34377;
    static final int EXIF = 34665;
    static final int PROFILE = 34675;
    static final int POSITION = 34853;
    static final int INTEROPERABILITY = 40965;
    static final int CHILDREN = 330;
    static final int USER_COMMENT = 37510;

    /** The first of the five tags that Windows writes in UTF-16. */
    static final int FIRST_WINDOWS = 40091;

    static final int LAST_WINDOWS = 40095;

    /**
     * What a tag holds.
     *
     * @param name as the standard has it
     * @param kind of its words
     * @param severity of its words, whatever they are
     */
    record Meaning(String name, FindingKind kind, Severity severity) {}

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            text(269, "DocumentName"),
            text(DESCRIPTION, "ImageDescription"),
            harmless(271, "Make", FindingKind.CAMERA),
            harmless(272, "Model", FindingKind.CAMERA),
            text(285, "PageName"),
            harmless(305, "Software", FindingKind.SOFTWARE),
            date(306, "DateTime"),
            name(315, "Artist"),
            text(316, "HostComputer"),
            text(33432, "Copyright"),
            harmless(36864, "ExifVersion", FindingKind.TECHNICAL),
            date(36867, "DateTimeOriginal"),
            date(36868, "DateTimeDigitized"),
            harmless(36880, "OffsetTime", FindingKind.TECHNICAL),
            harmless(36881, "OffsetTimeOriginal", FindingKind.TECHNICAL),
            harmless(36882, "OffsetTimeDigitized", FindingKind.TECHNICAL),
            text(37500, "MakerNote"),
            text(USER_COMMENT, "UserComment"),
            harmless(37520, "SubSecTime", FindingKind.TECHNICAL),
            harmless(37521, "SubSecTimeOriginal", FindingKind.TECHNICAL),
            harmless(37522, "SubSecTimeDigitized", FindingKind.TECHNICAL),
            text(FIRST_WINDOWS, "XPTitle"),
            text(40092, "XPComment"),
            name(40093, "XPAuthor"),
            text(40094, "XPKeywords"),
            text(LAST_WINDOWS, "XPSubject"),
            harmless(40960, "FlashpixVersion", FindingKind.TECHNICAL),
            number(42016, "ImageUniqueID"),
            name(42032, "CameraOwnerName"),
            number(42033, "BodySerialNumber"),
            harmless(42035, "LensMake", FindingKind.CAMERA),
            harmless(42036, "LensModel", FindingKind.CAMERA),
            number(42037, "LensSerialNumber"));

    private TiffTags() {}

    static Optional<Meaning> meaning(int tag) {
        return Optional.ofNullable(MEANINGS.get(tag));
    }

    private static Map.Entry<Integer, Meaning> text(int tag, String name) {
        return Map.entry(tag, new Meaning(name, FindingKind.TEXT, Severity.TO_LOOK_AT));
    }

    private static Map.Entry<Integer, Meaning> date(int tag, String name) {
        return Map.entry(tag, new Meaning(name, FindingKind.DATE, Severity.TO_LOOK_AT));
    }

    private static Map.Entry<Integer, Meaning> name(int tag, String name) {
        return Map.entry(tag, new Meaning(name, FindingKind.NAME, Severity.IDENTIFYING));
    }

    private static Map.Entry<Integer, Meaning> number(int tag, String name) {
        return Map.entry(tag, new Meaning(name, FindingKind.CAMERA, Severity.TO_LOOK_AT));
    }

    private static Map.Entry<Integer, Meaning> harmless(int tag, String name, FindingKind kind) {
        return Map.entry(tag, new Meaning(name, kind, Severity.HARMLESS));
    }
}
