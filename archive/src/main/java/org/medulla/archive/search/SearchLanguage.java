package org.medulla.archive.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Spelling;

/**
 * The language in which cells are asked for: {@code class:BLA,PMO confidence:<0.6 -source:pbc}.
 *
 * <p>Terms beside one another must all hold; {@code OR} between them asks for one of them, parentheses group, a minus before a term
 * turns it round. A term is a facet, a colon and its values separated by commas; quotation marks hold values with spaces, {@code *} at
 * the end stands for any end. Numbers and days take {@code <}, {@code <=}, {@code >}, {@code >=} and {@code low..high}; a month or a
 * year stands for all its days. {@code has:patient} asks whether a facet is known.
 */
public final class SearchLanguage {
    private static final String HAS = "has";

    private final String text;
    private int at;

    private SearchLanguage(String text) {
        this.text = text;
    }

    /**
     * Reads a question; an empty one asks for all cells.
     *
     * @throws MedullaException USER when it cannot be understood, with the place
     */
    public static Condition parse(String text) {
        SearchLanguage reader = new SearchLanguage(text);
        reader.skipSpace();
        if (reader.isAtEnd()) {
            return Condition.EVERYTHING;
        }
        Condition condition = reader.alternatives();
        if (!reader.isAtEnd()) {
            throw reader.wrong("there is a closing parenthesis too many");
        }
        return condition;
    }

    private Condition alternatives() {
        List<Condition> parts = new ArrayList<>(List.of(together()));
        while (takesWord("OR")) {
            parts.add(together());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private Condition together() {
        List<Condition> parts = new ArrayList<>();
        while (!isAtEnd() && peek() != ')' && !isWord("OR")) {
            parts.add(single());
            skipSpace();
        }
        if (parts.isEmpty()) {
            throw wrong("a term is missing");
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition single() {
        if (peek() == '-') {
            at++;
            if (isAtEnd()) {
                throw wrong("a term is missing after the minus");
            }
            return new Condition.Not(single());
        }
        if (peek() == '(') {
            at++;
            skipSpace();
            Condition inner = alternatives();
            if (isAtEnd()) {
                throw wrong("a closing parenthesis is missing");
            }
            at++;
            return inner;
        }
        return term();
    }

    private Condition term() {
        int start = at;
        while (!isAtEnd() && Character.isLetter(peek())) {
            at++;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        if (word.isEmpty() || isAtEnd() || peek() != ':') {
            at = start;
            throw wrong("write a facet, a colon and a value, as class:BLA");
        }
        at++;
        if (word.equals(HAS)) {
            return new Condition.Known(facet(value().toLowerCase(Locale.ROOT), start));
        }
        Facet facet = facet(word, start);
        return facet.kind() == Facet.Kind.WORD ? words(facet) : range(facet);
    }

    private Facet facet(String word, int start) {
        for (Facet facet : Facet.values()) {
            if (facet.word().equals(word)) {
                return facet;
            }
        }
        at = start;
        Optional<String> nearest = Spelling.nearest(word, Facet.words());
        throw wrong("there is no facet \"" + word + "\"; "
                + nearest.map(other -> "did you mean " + other + "?")
                        .orElse("there are " + String.join(", ", Facet.words())));
    }

    private Condition words(Facet facet) {
        Set<String> values = new LinkedHashSet<>();
        do {
            values.add(value());
        } while (takes(','));
        return new Condition.OneOf(facet, values);
    }

    private Condition range(Facet facet) {
        int start = at;
        String sign = takes('<') ? (takes('=') ? "<=" : "<") : takes('>') ? (takes('=') ? ">=" : ">") : "";
        String words = value();
        try {
            return RangeWords.of(facet, sign, words);
        } catch (MedullaException e) {
            at = start;
            throw wrong(Objects.requireNonNullElse(e.getMessage(), "a value is wrong"));
        }
    }

    /** A value: what stands in quotation marks, or everything up to a space, a comma or a parenthesis. */
    private String value() {
        StringBuilder value = new StringBuilder();
        if (takes('"')) {
            while (!isAtEnd() && peek() != '"') {
                if (peek() == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(peek());
                at++;
            }
            if (isAtEnd()) {
                throw wrong("a closing quotation mark is missing");
            }
            at++;
            return value.toString();
        }
        while (!isAtEnd() && !Character.isWhitespace(peek()) && ",()\"".indexOf(peek()) < 0) {
            value.append(peek());
            at++;
        }
        if (value.isEmpty()) {
            throw wrong("a value is missing");
        }
        return value.toString();
    }

    private boolean takes(char wanted) {
        boolean there = !isAtEnd() && peek() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private boolean takesWord(String word) {
        boolean there = isWord(word);
        if (there) {
            at += word.length();
            skipSpace();
        }
        return there;
    }

    private boolean isWord(String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(');
    }

    private void skipSpace() {
        while (!isAtEnd() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    private boolean isAtEnd() {
        return at >= text.length();
    }

    private char peek() {
        return text.charAt(at);
    }

    private MedullaException wrong(String reason) {
        String rest = isAtEnd() ? "at its end" : "at \"" + text.substring(at, Math.min(text.length(), at + 20)) + "\"";
        return MedullaException.user("The question \"" + text + "\" is not understood " + rest + ": " + reason
                + (reason.endsWith("?") || reason.endsWith(".") ? "" : "."));
    }
}
