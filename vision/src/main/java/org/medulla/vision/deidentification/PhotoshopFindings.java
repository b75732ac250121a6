package org.medulla.vision.deidentification;

import java.util.Map;

/** What Photoshop's resource blocks tell, and the IPTC records in them (IPTC-NAA Information Interchange Model 4.2). */
final class PhotoshopFindings {
    private static final int IPTC = 0x0404;
    private static final int EXIF = 0x0422;
    private static final int SECOND_EXIF = 0x0423;
    private static final int XMP = 0x0424;
    private static final int CAPTION = 0x03f0;
    private static final int OLD_THUMBNAIL = 0x0409;
    private static final int THUMBNAIL = 0x040c;
    private static final int DATA_SET = 0x1c;
    private static final int APPLICATION_RECORD = 2;

    private static final Map<Integer, String> NAMES =
            Map.of(80, "By-line", 85, "By-line Title", 110, "Credit", 115, "Source", 118, "Contact", 122, "Writer");
    private static final Map<Integer, String> DATES =
            Map.of(30, "Release Date", 55, "Date Created", 60, "Time Created", 62, "Digital Creation Date");
    private static final Map<Integer, String> WORDS = Map.of(
            5,
            "Object Name",
            25,
            "Keywords",
            40,
            "Special Instructions",
            90,
            "City",
            92,
            "Sub-location",
            105,
            "Headline",
            116,
            "Copyright",
            120,
            "Caption");

    private PhotoshopFindings() {}

    /** Adds what a row of resource blocks holds, each "8BIM", number, name, length and data, padded to even places. */
    static void add(Findings findings, String where, Stretch blocks) {
        try {
            int at = 0;
            while (blocks.has(at, 12)) {
                if (!blocks.rest(at).startsWith("8BIM")) {
                    if (!blocks.rest(at).isBlank()) {
                        findings.addUnknown(where, blocks.rest(at));
                    }
                    return;
                }
                int number = blocks.u16(at + 4, false);
                int nameLength = blocks.u8(at + 6);
                int lengthAt = at + 6 + (nameLength + 2) / 2 * 2;
                long length = blocks.u32(lengthAt, false);
                resource(findings, where, number, blocks.part(lengthAt + 4L, length));
                at = (int) Math.min(Integer.MAX_VALUE, lengthAt + 4L + (length + 1) / 2 * 2);
            }
        } catch (DamagedException e) {
            findings.addDamaged(where, e);
        }
    }

    private static void resource(Findings findings, String where, int number, Stretch data) {
        switch (number) {
            case IPTC -> addIptc(findings, where + " IPTC", data);
            case EXIF, SECOND_EXIF -> TiffFindings.addExif(findings, where + " EXIF", data);
            case XMP -> XmpFindings.add(findings, where + " XMP", data);
            case CAPTION -> findings.addText(where + " caption", FindingKind.TEXT, Severity.TO_LOOK_AT, data.text());
            case THUMBNAIL, OLD_THUMBNAIL ->
                findings.add(
                        where + " thumbnail",
                        FindingKind.THUMBNAIL,
                        Severity.TO_LOOK_AT,
                        "a small picture in " + data.length() + " bytes");
            default ->
                findings.add(
                        where + " resource " + number,
                        FindingKind.TECHNICAL,
                        Severity.HARMLESS,
                        "settings of an editor");
        }
    }

    /** Adds what IPTC data sets hold: a marker, record, number, length and words each. */
    static void addIptc(Findings findings, String where, Stretch sets) {
        try {
            int at = 0;
            while (sets.has(at, 5) && sets.u8(at) == DATA_SET) {
                int length = sets.u16(at + 3, false);
                if (length > 0x7fff) {
                    throw new DamagedException("has an IPTC record longer than 32 kilobytes, which is not looked into");
                }
                Stretch words = sets.part(at + 5, length);
                if (sets.u8(at + 1) == APPLICATION_RECORD) {
                    record(findings, where, sets.u8(at + 2), words);
                }
                at += 5 + length;
            }
            if (!sets.rest(at).isBlank()) {
                findings.addUnknown(where, sets.rest(at));
            }
        } catch (DamagedException e) {
            findings.addDamaged(where, e);
        }
    }

    private static void record(Findings findings, String where, int number, Stretch words) {
        String name = NAMES.get(number);
        String date = DATES.get(number);
        if (name != null) {
            findings.addText(where + " " + name, FindingKind.NAME, Severity.IDENTIFYING, words.text());
        } else if (date != null) {
            findings.addText(where + " " + date, FindingKind.DATE, Severity.TO_LOOK_AT, words.text());
        } else if (words.isText()) {
            String label = WORDS.getOrDefault(number, "record " + number);
            findings.addText(where + " " + label, FindingKind.TEXT, Severity.TO_LOOK_AT, words.text());
        }
    }
}
