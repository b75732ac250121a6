package org.medulla.archive.search;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is asked of cells. Its {@link #text} is the question in the language, always the same for the same condition. */
public sealed interface Condition {
    /** All cells. */
    Condition EVERYTHING = new All(List.of());

    /** The condition in the language. */
    String text();

    /**
     * All of these hold; none given holds always.
     *
     * @param parts the conditions
     */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream().map(Condition::inside).collect(Collectors.joining(" "));
        }
    }

    /**
     * One of these holds.
     *
     * @param parts the conditions, at least one
     */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream()
                    .map(part -> part instanceof All ? part.text() : inside(part))
                    .collect(Collectors.joining(" OR "));
        }
    }

    /**
     * This does not hold.
     *
     * @param part the condition
     */
    record Not(Condition part) implements Condition {
        @Override
        public String text() {
            return "-" + (part instanceof All ? "(" + part.text() + ")" : inside(part));
        }
    }

    /**
     * A facet has one of these values, letters in either case.
     *
     * @param facet a facet of words
     * @param values the values; a {@code *} at the end of one stands for any end
     */
    record OneOf(Facet facet, Set<String> values) implements Condition {
        public OneOf {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }

        @Override
        public String text() {
            return facet.word() + ":" + values.stream().map(Words::quoted).collect(Collectors.joining(","));
        }
    }

    /**
     * A facet is known.
     *
     * @param facet the facet
     */
    record Known(Facet facet) implements Condition {
        @Override
        public String text() {
            return "has:" + facet.word();
        }
    }

    /**
     * A facet lies in a range. Days are counted from 1970.
     *
     * @param facet a facet of numbers or days
     * @param low its lower end, or minus infinity
     * @param lowIncluded whether the end belongs to it
     * @param high its upper end, or infinity
     * @param highIncluded whether the end belongs to it
     */
    record Between(Facet facet, double low, boolean lowIncluded, double high, boolean highIncluded)
            implements Condition {
        @Override
        public String text() {
            return facet.word() + ":" + Words.range(this);
        }

        boolean holds(double value) {
            return (lowIncluded ? value >= low : value > low) && (highIncluded ? value <= high : value < high);
        }
    }

    private static String inside(Condition part) {
        return part instanceof Any any && any.parts().size() > 1 ? "(" + any.text() + ")" : part.text();
    }
}
