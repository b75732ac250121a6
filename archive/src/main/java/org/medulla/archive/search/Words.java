package org.medulla.archive.search;

import java.time.LocalDate;

/** How values stand in the language. */
final class Words {
    private Words() {}

    /** A value, in quotation marks where it would be read as something else. */
    static String quoted(String value) {
        return value.matches("[^\\s\"(),:<>]+") && !value.contains("..")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A range: "<0.6", "2026-11-01..2026-11-30". */
    static String range(Condition.Between range) {
        boolean fromSomewhere = range.low() > Double.NEGATIVE_INFINITY;
        boolean toSomewhere = range.high() < Double.POSITIVE_INFINITY;
        String low = value(range.facet(), range.low());
        String high = value(range.facet(), range.high());
        if (fromSomewhere && toSomewhere) {
            return range.low() == range.high() ? low : low + ".." + high;
        }
        return fromSomewhere ? (range.lowIncluded() ? ">=" : ">") + low : (range.highIncluded() ? "<=" : "<") + high;
    }

    private static String value(Facet facet, double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        if (facet.kind() == Facet.Kind.DAY) {
            return LocalDate.ofEpochDay((long) value).toString();
        }
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
