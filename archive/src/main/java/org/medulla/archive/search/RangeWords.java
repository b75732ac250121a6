package org.medulla.archive.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.medulla.cytology.job.MedullaException;

/** Reads ranges of numbers and days. */
final class RangeWords {
    private static final String TO = "..";

    private RangeWords() {}

    /**
     * A range.
     *
     * @param sign {@code <}, {@code <=}, {@code >}, {@code >=}, or nothing
     * @param words a value, or without a sign {@code low..high} with both ends included
     */
    static Condition.Between of(Facet facet, String sign, String words) {
        int to = words.indexOf(TO);
        if (to >= 0 && !sign.isEmpty()) {
            throw MedullaException.user("a range has no \"" + sign + "\" before it");
        }
        if (to >= 0) {
            double low = span(facet, words.substring(0, to)).low;
            double high = span(facet, words.substring(to + TO.length())).high;
            if (low > high) {
                throw MedullaException.user("the range " + words + " is upside down");
            }
            return new Condition.Between(facet, low, true, high, true);
        }
        Span span = span(facet, words);
        return switch (sign) {
            case "<" -> new Condition.Between(facet, Double.NEGATIVE_INFINITY, true, span.low, false);
            case "<=" -> new Condition.Between(facet, Double.NEGATIVE_INFINITY, true, span.high, true);
            case ">" -> new Condition.Between(facet, span.high, false, Double.POSITIVE_INFINITY, true);
            case ">=" -> new Condition.Between(facet, span.low, true, Double.POSITIVE_INFINITY, true);
            default -> new Condition.Between(facet, span.low, true, span.high, true);
        };
    }

    private static Span span(Facet facet, String word) {
        return facet.kind() == Facet.Kind.DAY ? days(word) : number(facet, word);
    }

    private static Span number(Facet facet, String word) {
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return new Span(value, value);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw MedullaException.user("\"" + word + "\" is no number, as " + facet.word() + " needs: write "
                + facet.word() + ":<0.6 or " + facet.word() + ":0.2..0.6");
    }

    private static Span days(String word) {
        try {
            return switch (word.length()) {
                case 4 ->
                    new Span(
                            Year.parse(word).atDay(1).toEpochDay(),
                            Year.parse(word).atMonth(12).atEndOfMonth().toEpochDay());
                case 7 ->
                    new Span(
                            YearMonth.parse(word).atDay(1).toEpochDay(),
                            YearMonth.parse(word).atEndOfMonth().toEpochDay());
                default ->
                    new Span(
                            LocalDate.parse(word).toEpochDay(),
                            LocalDate.parse(word).toEpochDay());
            };
        } catch (DateTimeException e) {
            throw MedullaException.user("\"" + word + "\" is no day: write 2026-11-24, 2026-11 or 2026");
        }
    }

    private record Span(double low, double high) {}
}
