package org.medulla.vision.deidentification;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.medulla.vision.deidentification.TiffDirectoryWalk.Directory;
import org.medulla.vision.deidentification.TiffDirectoryWalk.Entry;
import org.medulla.vision.deidentification.TiffDirectoryWalk.Role;

/** What the tags of a TIFF file, or of EXIF in another file, tell: words, dates, positions, thumbnails and further pages. */
final class TiffFindings implements TiffDirectoryWalk.Visitor {
    private static final int FIRST_PRIVATE = 32768;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LARGE = 256;

    /** TIFF writers round the end of a file up. */
    private static final int PADDING = 16;

    private final Findings findings;
    private final String name;
    private final boolean isFile;
    private long furthest;
    private Optional<Entry> places = Optional.empty();

    private TiffFindings(Findings findings, String name, boolean isFile) {
        this.findings = findings;
        this.name = name;
        this.isFile = isFile;
    }

    static boolean isTiff(Stretch file) {
        return file.startsWith("II*\0")
                || file.startsWith("MM\0*")
                || file.startsWith("II+\0")
                || file.startsWith("MM\0+");
    }

    /** Adds what an EXIF block holds. */
    static void addExif(Findings findings, String name, Stretch exif) {
        add(new TiffFindings(findings, name, false), exif);
    }

    /** Adds what a TIFF file holds. */
    static void addFile(Findings findings, Stretch file) {
        add(new TiffFindings(findings, "TIFF", true), file);
    }

    private static void add(TiffFindings reader, Stretch bytes) {
        try {
            TiffDirectoryWalk walk = new TiffDirectoryWalk(bytes);
            walk.walk(reader);
            long end = Math.max(walk.furthest(), reader.furthest);
            if (reader.isFile && bytes.has(end + PADDING, 1)) {
                reader.findings.addTrailing("behind the TIFF image", bytes.rest(end));
            }
        } catch (DamagedException e) {
            reader.findings.addDamaged(reader.name, e);
        }
    }

    @Override
    public void directory(Directory directory) {
        places = Optional.empty();
        if (directory.role() == Role.FURTHER && !isFile) {
            findings.add(
                    name + " thumbnail",
                    FindingKind.THUMBNAIL,
                    Severity.TO_LOOK_AT,
                    "a small picture that may show more than the large one");
        } else if (directory.role() == Role.FURTHER || directory.role() == Role.CHILD) {
            findings.add(
                    where(directory),
                    FindingKind.FURTHER_PICTURE,
                    Severity.TO_LOOK_AT,
                    "a further page: scanners keep pictures of the slide's label so");
        }
    }

    @Override
    public void damaged(Directory directory, DamagedException e) {
        findings.addDamaged(where(directory), e);
    }

    @Override
    public void entry(Directory directory, Entry entry) throws DamagedException {
        if (directory.role() == Role.POSITION) {
            position(entry);
            return;
        }
        if (directory.role() == Role.INTEROPERABILITY) {
            return;
        }
        String tag = TiffTags.meaning(entry.tag()).map(TiffTags.Meaning::name).orElse("" + entry.tag());
        String where = where(directory) + " tag " + tag;
        switch (entry.tag()) {
            case TiffTags.XMP -> XmpFindings.add(findings, where(directory) + " XMP", entry.value());
            case TiffTags.IPTC -> PhotoshopFindings.addIptc(findings, where(directory) + " IPTC", entry.value());
            case TiffTags.PHOTOSHOP -> PhotoshopFindings.add(findings, where(directory) + " Photoshop", entry.value());
            case TiffTags.EXIF, TiffTags.POSITION, TiffTags.CHILDREN, TiffTags.PROFILE -> {}
            case 273, 324, 513 -> places = Optional.of(entry);
            case 279, 325, 514 -> measure(entry);
            default -> words(where, entry);
        }
    }

    private void words(String where, Entry entry) throws DamagedException {
        Optional<TiffTags.Meaning> meaning = TiffTags.meaning(entry.tag());
        boolean windows = entry.tag() >= TiffTags.FIRST_WINDOWS && entry.tag() <= TiffTags.LAST_WINDOWS;
        Stretch value = entry.value().first(LONGEST_TEXT);
        if (windows) {
            add(where, meaning, value.text(StandardCharsets.UTF_16LE));
        } else if (entry.tag() == TiffTags.USER_COMMENT && value.length() >= 8) {
            Stretch comment = value.rest(8);
            boolean wide = value.startsWith("UNICODE");
            add(where, meaning, comment.text(wide ? utf16(comment, entry.little()) : StandardCharsets.UTF_8));
        } else if (entry.isAscii() || (entry.isBytes() && meaning.isPresent() && value.isText())) {
            add(where, meaning, value.text());
        } else if (entry.isBytes()) {
            boolean isSentence = value.length() >= 8 && value.isText();
            if (isSentence || (entry.tag() >= FIRST_PRIVATE && entry.value().length() >= LARGE)) {
                findings.addUnknown(where, entry.value().first(LONGEST_TEXT));
            }
        }
    }

    private static Charset utf16(Stretch text, boolean little) throws DamagedException {
        // Some writers ignore the byte order of the block: the zero bytes of Latin letters tell.
        boolean lowFirst = text.length() > 1 && text.u8(0) != 0 && (text.u8(1) == 0 || little);
        return lowFirst ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private void add(String where, Optional<TiffTags.Meaning> meaning, String text) {
        String words = text.replace('\0', ' ').strip();
        findings.addText(
                where,
                meaning.map(TiffTags.Meaning::kind).orElse(FindingKind.TEXT),
                meaning.map(TiffTags.Meaning::severity).orElse(Severity.TO_LOOK_AT),
                words);
    }

    /** How far the pixels of a page reach, from the places and lengths of its parts. */
    private void measure(Entry lengths) throws DamagedException {
        if (places.isEmpty()) {
            return;
        }
        Entry starts = places.orElseThrow();
        for (int i = 0; i < Math.min(starts.count(), lengths.count()); i++) {
            furthest = Math.max(furthest, starts.number(i) + lengths.number(i));
        }
    }

    /** Every tag of a position but its version (0) identifies; the place itself is given to a degree only. */
    private void position(Entry entry) throws DamagedException {
        if (entry.tag() == 0) {
            return;
        }
        boolean isPlace = (entry.tag() == 2 || entry.tag() == 4) && entry.count() > 1;
        double degrees = isPlace ? entry.fraction(0) + entry.fraction(1) / 60 : Double.NaN;
        findings.add(
                name + " GPS tag " + entry.tag(),
                FindingKind.POSITION,
                Severity.IDENTIFYING,
                Double.isFinite(degrees)
                        ? String.format(
                                Locale.ROOT,
                                "near %.0f degrees of %s",
                                degrees,
                                entry.tag() == 2 ? "latitude" : "longitude")
                        : "");
    }

    private String where(Directory directory) {
        return switch (directory.role()) {
            case FIRST -> name;
            case FURTHER -> isFile ? name + " page " + (directory.number() + 1) : name + " thumbnail";
            case CHILD -> name + " lower page";
            case EXIF -> isFile ? name + " EXIF" : name;
            case POSITION -> name + " GPS";
            case INTEROPERABILITY -> name + " interoperability";
        };
    }
}
