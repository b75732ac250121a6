package org.medulla.vision.deidentification;

/**
 * One thing that could tell who the patient is.
 *
 * @param where the place, in words: "EXIF tag Artist", "PNG chunk tEXt", "path"
 * @param kind what it is
 * @param severity what to do about it
 * @param excerpt the beginning of what stands there, at most {@value #LONGEST} characters on one line; may be empty
 */
public record Finding(String where, FindingKind kind, Severity severity, String excerpt) {
    /** The most characters of an excerpt. */
    public static final int LONGEST = 60;

    public Finding {
        if (where.isBlank()) {
            throw new IllegalArgumentException("A finding says where it is");
        }
        excerpt = oneLine(excerpt);
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < text.length() && line.length() <= LONGEST; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSurrogate(c) || c == '\ufffd') {
                gap = !line.isEmpty();
            } else {
                if (gap) {
                    line.append(' ');
                }
                line.append(c);
                gap = false;
            }
        }
        return line.length() > LONGEST ? line.substring(0, LONGEST - 3) + "..." : line.toString();
    }
}
