package org.medulla.vision.deidentification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates as people and cameras write them; only days that exist count, of the years 1900 to 2099. */
final class DatePatterns {
    private static final String MONTH =
            "(?:jan|feb|m[a\u00e4]r|maer|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]{0,6}";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    /** Compact dates are digits like any number's, so fewer years count. */
    private static final int LAST_COMPACT_YEAR = 2049;

    /** Year, month, day with one separator; day, month, year; month, day, year; digits alone; with the month in letters. */
    static final Pattern DATE = Pattern.compile(
            "(?<![\\d.])(?<y1>(?:19|20)\\d\\d)(?<s1>[-_./: ])(?<m1>\\d{1,2})\\k<s1>(?<d1>\\d{1,2})(?!\\d)"
                    + "|(?<![\\d.])(?<a2>\\d{1,2})(?<s2>[-_./ ])(?<b2>\\d{1,2})\\k<s2>(?<y2>(?:19|20)\\d\\d)(?!\\d)"
                    + "|(?<![\\d.])(?<d3>\\d{1,2})\\.(?<m3>\\d{1,2})\\.(?<y3>\\d\\d)(?![\\d.])"
                    + "|(?<!\\d)(?<y4>(?:19|20)\\d\\d)(?<m4>\\d\\d)(?<d4>\\d\\d)(?=$|\\D|(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d(?:\\D|$))"
                    + "|(?<!\\d)(?<d5>\\d\\d)(?<m5>\\d\\d)(?<y5>(?:19|20)\\d\\d)(?!\\d)"
                    + "|(?<!\\d)(?<d6>\\d{1,2})[-_. ]{1,2}(?i:" + MONTH + ")[-_., ]{1,2}(?<y6>(?:19|20)\\d\\d)(?!\\d)"
                    + "|(?<![a-zA-Z])(?i:" + MONTH
                    + ")[-_. ]{1,2}(?<d7>\\d{1,2})[-_, ]{1,2}(?<y7>(?:19|20)\\d\\d)(?!\\d)");

    private DatePatterns() {}

    /** The year of a match of {@link #DATE}, where it is a day that exists. */
    static OptionalInt year(MatchResult match) {
        if (match.group("y1") != null) {
            return year(match, "y1", "m1", "d1", LAST_YEAR);
        }
        if (match.group("y2") != null) {
            OptionalInt german = year(match, "y2", "b2", "a2", LAST_YEAR);
            boolean mayBeAmerican = german.isEmpty() && !match.group("s2").equals(".");
            return mayBeAmerican ? year(match, "y2", "a2", "b2", LAST_YEAR) : german;
        }
        if (match.group("y3") != null) {
            // 1999 or 2024: two digits from 30 on are taken for the last century.
            int two = number(match, "y3");
            return existing(two + (two < 30 ? 2000 : 1900), number(match, "m3"), number(match, "d3"), LAST_YEAR);
        }
        if (match.group("y4") != null) {
            return year(match, "y4", "m4", "d4", LAST_COMPACT_YEAR);
        }
        if (match.group("y5") != null) {
            return year(match, "y5", "m5", "d5", LAST_COMPACT_YEAR);
        }
        String suffix = match.group("y6") != null ? "6" : "7";
        return existing(number(match, "y" + suffix), 1, number(match, "d" + suffix), LAST_YEAR);
    }

    private static OptionalInt year(MatchResult match, String year, String month, String day, int last) {
        return existing(number(match, year), number(match, month), number(match, day), last);
    }

    private static int number(MatchResult match, String group) {
        return Integer.parseInt(match.group(group));
    }

    private static OptionalInt existing(int year, int month, int day, int last) {
        if (year < FIRST_YEAR || year > last) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(LocalDate.of(year, month, day).getYear());
        } catch (DateTimeException e) {
            return OptionalInt.empty();
        }
    }
}
