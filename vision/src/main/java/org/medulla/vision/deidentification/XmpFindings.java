package org.medulla.vision.deidentification;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an XMP packet (ISO 16684) tells. It is searched as text, not parsed as XML: a damaged or hostile packet gives up its
 * words all the same.
 */
final class XmpFindings {
    private static final int LONGEST = 1 << 18;
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,10000}>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("[\\w.-]{1,40}:([\\w.-]{1,60})\\s*=\\s*[\"']([^\"'<>]{1,2000})[\"']");
    private static final Pattern ELEMENT =
            Pattern.compile("<[\\w.-]{1,40}:([\\w.-]{1,60})[^<>]{0,500}>([^<>]{1,2000})<");
    private static final Pattern TECHNICAL = Pattern.compile(
            "(?i)xmlns.*|about|xmptk|lang|parseType|(?:Original)?DocumentID|InstanceID|format|.*Version|.*Tool.*|Software.*|action"
                    + "|changed|ColorSpace|.*Resolution.*|.*Width|.*Height|.*Length|Orientation|li|Seq|Bag|Alt|Thumbnails|image");

    private XmpFindings() {}

    static void add(Findings findings, String where, Stretch packet) {
        String text = packet.first(LONGEST).text().replace('\0', ' ');
        findings.add(where, FindingKind.TEXT, Severity.TO_LOOK_AT, "an XMP packet of " + packet.length() + " bytes");
        for (Pattern pattern : List.of(ATTRIBUTE, ELEMENT)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                property(findings, where, matcher.group(1), matcher.group(2));
            }
        }
        list(findings, where, text, "creator");
        if (text.contains("xmpGImg:image") || text.contains("xmp:Thumbnails")) {
            findings.add(where, FindingKind.THUMBNAIL, Severity.TO_LOOK_AT, "a small picture inside the packet");
        }
        // Base64 of pictures would look like numbers; words that are no property are judged as a whole.
        for (Finding found : IdentifyingText.find(
                where, withoutLongWords(MARKUP.matcher(text).replaceAll(" ")))) {
            if (found.severity() == Severity.IDENTIFYING) {
                findings.add(found.where(), found.kind(), found.severity(), found.excerpt());
            }
        }
    }

    private static void property(Findings findings, String where, String name, String value) {
        String words = value.strip();
        if (words.isEmpty() || TECHNICAL.matcher(name).matches() || words.startsWith("http://")) {
            return;
        }
        String place = where + " " + name;
        if (name.startsWith("GPS")) {
            if (!name.equals("GPSVersionID")) {
                findings.add(place, FindingKind.POSITION, Severity.IDENTIFYING, "");
            }
        } else if (name.matches("(?i).*(creator|author|owner|person|artist).*") && !name.contains("Tool")) {
            findings.add(place, FindingKind.NAME, Severity.IDENTIFYING, words);
        } else if (name.contains("Date")) {
            findings.add(place, FindingKind.DATE, Severity.TO_LOOK_AT, words);
        } else if (words.chars().filter(Character::isLetter).count() >= 3) {
            findings.addText(place, FindingKind.TEXT, Severity.TO_LOOK_AT, words);
        }
    }

    /** The first entry of a list property such as dc:creator, whose words stand two elements deeper. */
    private static void list(Findings findings, String where, String text, String name) {
        Matcher matcher = Pattern.compile(
                        "<dc:" + name + ">\\s{0,100}<[^<>]{1,100}>\\s{0,100}<[^<>]{1,100}>([^<>]{1,500})<")
                .matcher(text);
        if (matcher.find()) {
            findings.add(where + " " + name, FindingKind.NAME, Severity.IDENTIFYING, matcher.group(1));
        }
    }

    private static String withoutLongWords(String text) {
        return text.replaceAll("\\S{200,}", " ");
    }
}
