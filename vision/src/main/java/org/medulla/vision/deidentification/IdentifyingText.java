package org.medulla.vision.deidentification;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges whether words could tell who a patient is: dates, dates of birth, names, e-mail addresses, long numbers. The rules are
 * patterns, which a person can read; they find what is written as such things usually are, and nothing else. A name that stands
 * alone ("schmidt.jpg") is not told from another word.
 *
 * <p>The layouts of published collections ("BLA/0001-1000/BLA_00001.jpg") and of Medulla's phantoms give no finding.
 */
public final class IdentifyingText {
    private static final int LONGEST = 20_000;

    /** Nobody photographed cells with a digital camera before: an older date is most likely one of birth. */
    private static final int FIRST_CAMERA_YEAR = 1990;

    /** How many characters before a date may say that it is one of birth. */
    private static final int BEFORE = 24;

    private static final String WORD = "\\p{Lu}\\p{Ll}{2,}(?:-\\p{Lu}\\p{Ll}{2,})?";
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\d])";
    private static final String NO_LETTER_BEHIND = "(?![\\p{L}\\d])";

    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,10}");
    private static final Pattern BIRTH = Pattern.compile(
            "(?i).*(?:\\bgeb(?:oren|\\.|urtsdatum|dat)?|(?:^|[^a-z])geb|birth|\\bborn|(?:^|[^a-z])d\\.?o\\.?b\\.?|\\*)[^\\d]{0,12}$",
            Pattern.DOTALL);
    private static final Pattern GERMAN_PENSION = Pattern.compile(
            "(?<!\\d)\\d{2}\\s?(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}\\s?[A-Z]\\s?\\d{3}(?!\\d)");
    private static final Pattern AMERICAN_SECURITY =
            Pattern.compile("(?<![\\d-])(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])");
    private static final Pattern LETTER_AND_NINE = Pattern.compile(NO_LETTER_BEFORE + "[A-Z]\\d{9}" + NO_LETTER_BEHIND);
    private static final Pattern THREE_THREE_FOUR = Pattern.compile("(?<!\\d)\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)");
    private static final Pattern TITLE = Pattern.compile(
            "(?<!\\p{L})(?:Dr|Prof|Professor|Doktor|Herrn?|Frau|Hr|Fr|Mr|Mrs|Ms|Miss)(?:[.\\s_-]{1,5}(?:med|Dr|Prof|h\\.c)\\b){0,4}"
                    + "[.\\s_-]{1,5}" + WORD);
    private static final Pattern LABELLED = Pattern.compile(
            "(?i:(?<!\\p{L})(?:patient(?:in|enname|[ _]?name)?|(?:last|first|sur|family|given|nach|vor)[ _]?name|name))\\s{0,3}[:=]\\s{0,3}(?<name>\\p{Lu}[\\p{L}'-]{1,40}(?:[ ,]{1,3}\\p{Lu}[\\p{L}'-]{1,40})?)");
    private static final Pattern CARET = Pattern.compile("\\p{Lu}[\\p{L}'-]{1,40}\\^\\p{Lu}[\\p{L}'-]{0,40}");
    private static final Pattern PAIR = Pattern.compile(
            NO_LETTER_BEFORE + "(?=(?<one>" + WORD + ")(?:, ?|[_. ])(?<other>" + WORD + ")" + NO_LETTER_BEHIND + ")");
    private static final Pattern SMALL_PAIR =
            Pattern.compile("(?<![\\p{L}\\d])(?=(?<one>\\p{L}{3,})(?:, ?|_|\\.| )(?<other>\\p{L}{3,})(?![\\p{L}]))");
    private static final Pattern ACCESSION = Pattern.compile(NO_LETTER_BEFORE
            + "[A-Z]{1,3}[- ]?(?:19|20)?\\d{2}[-/]\\d{4,7}(?!\\d)|(?<![\\d-])(?:19|20)\\d{2}[-/]\\d{5,7}(?![\\d-])");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\dA-Fa-f.])\\d{8,}(?![\\dA-Fa-f])");

    /** The published blood cells are numbered up to eight digits, behind the prefix of their class. */
    private static final Pattern OF_BLOOD_CELLS = Pattern.compile(
            "(?:^|.*/)(?:basophil|eosinophil|erythroblast|ig|lymphocyte|monocyte"
                    + "|neutrophil|platelet)/(?:BA|EO|ERB|IG|LY|MO|MY|MMY|PMY|BNE|SNE|NEUTROPHIL|PLATELET)_",
            Pattern.DOTALL);

    private static final Pattern NAME_COLUMN = Pattern.compile(
            "(?i)(?:.*[ _-])?(?:(?:patient|last|first|sur|family|given|nach|vor|full)[ _-]?(?:en)?name|nachname|vorname|address|adresse|street|strasse|telefon|phone|e-?mail)");
    private static final Pattern BIRTH_COLUMN =
            Pattern.compile("(?i).*(?:birth|geburt|geboren).*|(?:.*[ _-])?(?:dob|geb|gebdat|gebdatum)");
    private static final Pattern NUMBER_COLUMN = Pattern.compile(
            "(?i).*(?:insurance|versicher|accession|fallnummer|case[ _-]?(?:no|number)|mrn|medical[ _-]?record|ssn).*");

    private IdentifyingText() {}

    /**
     * What in a text could tell who somebody is.
     *
     * @param where the place of the text, for the findings
     */
    public static List<Finding> find(String where, String text) {
        Search search = new Search(where, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        search.take(EMAIL, FindingKind.EMAIL_ADDRESS, Severity.IDENTIFYING);
        search.dates();
        search.take(GERMAN_PENSION, FindingKind.NUMBER, Severity.IDENTIFYING);
        search.take(AMERICAN_SECURITY, FindingKind.NUMBER, Severity.IDENTIFYING);
        search.insuranceNumbers();
        search.take(TITLE, FindingKind.NAME, Severity.IDENTIFYING);
        search.take(LABELLED, FindingKind.NAME, Severity.IDENTIFYING);
        search.take(CARET, FindingKind.NAME, Severity.IDENTIFYING);
        search.pairs(PAIR, true);
        search.pairs(SMALL_PAIR, false);
        search.take(ACCESSION, FindingKind.NUMBER, Severity.TO_LOOK_AT);
        search.longNumbers();
        return List.copyOf(search.found);
    }

    /** What in a path below the contributed folder could; every folder's name counts. */
    public static List<Finding> inPath(String path) {
        return find("path", path.replace('\\', '/'));
    }

    /**
     * What in a field of a manifest could: by its value, and by its column, since a column of names holds names whatever they look
     * like. Columns called "patient" and "smear" are for pseudonyms and are judged by the value alone.
     */
    public static List<Finding> inColumn(String column, String value) {
        String where = "column " + column.strip();
        if (value.isBlank()) {
            return List.of();
        }
        String name = column.strip();
        if (NAME_COLUMN.matcher(name).matches()) {
            return List.of(new Finding(where, FindingKind.NAME, Severity.IDENTIFYING, value));
        }
        if (BIRTH_COLUMN.matcher(name).matches()) {
            return List.of(new Finding(where, FindingKind.DATE_OF_BIRTH, Severity.IDENTIFYING, value));
        }
        if (NUMBER_COLUMN.matcher(name).matches()) {
            return List.of(new Finding(where, FindingKind.NUMBER, Severity.IDENTIFYING, value));
        }
        return find(where, value);
    }

    /** One search; what a rule has taken is blanked out, so that later and looser rules do not take it again. */
    private static final class Search {
        private final String where;
        private final StringBuilder left;
        private final List<Finding> found = new ArrayList<>();

        Search(String where, String text) {
            this.where = where;
            this.left = new StringBuilder(text);
        }

        void take(Pattern pattern, FindingKind kind, Severity severity) {
            Matcher matcher = pattern.matcher(left.toString());
            while (matcher.find()) {
                add(kind, severity, matcher.start(), matcher.end());
            }
        }

        private void add(FindingKind kind, Severity severity, int start, int end) {
            found.add(new Finding(where, kind, severity, left.substring(start, end)));
            for (int i = start; i < end; i++) {
                left.setCharAt(i, '\n');
            }
        }

        void dates() {
            String text = left.toString();
            Matcher matcher = DatePatterns.DATE.matcher(text);
            int from = 0;
            while (matcher.find(from)) {
                OptionalInt year = DatePatterns.year(matcher);
                if (year.isEmpty()) {
                    from = matcher.start() + 1;
                    continue;
                }
                String before = text.substring(Math.max(0, matcher.start() - BEFORE), matcher.start());
                boolean birth = year.getAsInt() < FIRST_CAMERA_YEAR
                        || BIRTH.matcher(before).matches();
                add(
                        birth ? FindingKind.DATE_OF_BIRTH : FindingKind.DATE,
                        birth ? Severity.IDENTIFYING : Severity.TO_LOOK_AT,
                        matcher.start(),
                        matcher.end());
                from = matcher.end();
            }
        }

        void insuranceNumbers() {
            Matcher german = LETTER_AND_NINE.matcher(left.toString());
            while (german.find()) {
                boolean valid = CheckedNumbers.isGermanInsurance(german.group());
                add(
                        FindingKind.NUMBER,
                        valid ? Severity.IDENTIFYING : Severity.TO_LOOK_AT,
                        german.start(),
                        german.end());
            }
            Matcher british = THREE_THREE_FOUR.matcher(left.toString());
            while (british.find()) {
                boolean valid =
                        CheckedNumbers.isBritishInsurance(british.group().replaceAll("[ -]", ""));
                boolean grouped = british.group().length() == 12;
                if (valid && grouped) {
                    add(FindingKind.NUMBER, Severity.IDENTIFYING, british.start(), british.end());
                }
            }
        }

        void longNumbers() {
            String text = left.toString();
            Matcher matcher = LONG_NUMBER.matcher(text);
            while (matcher.find()) {
                boolean isSerial = matcher.end() - matcher.start() == 8
                        && OF_BLOOD_CELLS
                                .matcher(text.substring(0, matcher.start()))
                                .matches();
                if (!isSerial) {
                    add(FindingKind.NUMBER, Severity.TO_LOOK_AT, matcher.start(), matcher.end());
                }
            }
        }

        /** Two words that stand like a last and a first name. In small letters one of them must be a known given name. */
        void pairs(Pattern pattern, boolean capitalised) {
            Matcher matcher = pattern.matcher(left.toString());
            int taken = 0;
            while (matcher.find()) {
                String one = matcher.group("one");
                String other = matcher.group("other");
                boolean known = KnownWords.isGivenName(one) || KnownWords.isGivenName(other);
                boolean none = KnownWords.isOfTheSubject(one) || KnownWords.isOfTheSubject(other);
                // In a sentence two capitalised words are often no name; in the name of a file they mostly are.
                boolean spaced = left.charAt(matcher.end("one")) == ' ';
                if (matcher.start() < taken || none || (!known && (!capitalised || spaced))) {
                    continue;
                }
                taken = matcher.end("other");
                add(
                        FindingKind.NAME,
                        known && capitalised ? Severity.IDENTIFYING : Severity.TO_LOOK_AT,
                        matcher.start(),
                        taken);
            }
        }
    }
}
