package org.medulla.cytology.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.medulla.cytology.job.MedullaException;

/**
 * A table of normal ranges.
 *
 * <p>The one that comes with Medulla is for adults, after the handbook of the University of Iowa. Ranges differ between
 * laboratories; one that has its own gives them as a CSV with the same header.
 *
 * @param ranges the ranges in the order of the file
 */
public record NormalRanges(List<NormalRange> ranges) {
    private static final String HEADER = "name,quantity,classes,low,high";
    private static final String ADULT = "normal-ranges-adult.csv";

    public NormalRanges {
        ranges = List.copyOf(ranges);
    }

    /** The ranges of healthy adults. */
    public static NormalRanges adult() {
        try (InputStream stream = NormalRanges.class.getResourceAsStream(ADULT)) {
            if (stream == null) {
                throw MedullaException.data("%s is missing from the program; install it again.".formatted(ADULT));
            }
            return parse(ADULT, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table: UTF-8, comma-separated without quotes, header {@value #HEADER}; classes are joined by {@code |}.
     *
     * @param name what the table is called in an error
     * @throws MedullaException when a line is not a range
     */
    public static NormalRanges parse(String name, Reader reader) {
        List<String> lines = new BufferedReader(reader).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw MedullaException.data("%s does not begin with the header %s; put it there.".formatted(name, HEADER));
        }
        List<NormalRange> ranges = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            ranges.add(range(lines.get(line), "Line %d of %s".formatted(line + 1, name)));
        }
        return new NormalRanges(ranges);
    }

    /** Compares a differential with every range whose quantity it has. */
    public List<RangeFinding> compare(Differential differential) {
        return ranges.stream()
                .flatMap(range -> finding(range, differential).stream())
                .toList();
    }

    private static Optional<RangeFinding> finding(NormalRange range, Differential differential) {
        return switch (range.quantity()) {
            case PERCENT -> {
                boolean known = differential.classes().stream()
                        .anyMatch(count ->
                                range.classes().contains(count.cellClass().code()));
                Share share = differential.shareOf(range.classes());
                yield known
                        ? Optional.of(
                                RangeFinding.of(range, 100 * share.value(), 100 * share.low(), 100 * share.high()))
                        : Optional.empty();
            }
            case MYELOID_TO_ERYTHROID ->
                differential
                        .myeloidToErythroid()
                        .map(ratio -> RangeFinding.of(range, ratio.value(), ratio.low(), ratio.high()));
        };
    }

    private static NormalRange range(String line, String where) {
        List<String> fields = Arrays.asList(line.split(",", -1));
        if (fields.size() != 5) {
            throw MedullaException.data("%s has %d fields instead of 5; correct it.".formatted(where, fields.size()));
        }
        NormalRange.Quantity quantity = Stream.of(NormalRange.Quantity.values())
                .filter(candidate -> candidate.word().equals(fields.get(1)))
                .findFirst()
                .orElseThrow(() ->
                        MedullaException.data("%s names the unknown quantity %s; write percent or myeloid to erythroid."
                                .formatted(where, fields.get(1))));
        List<String> classes =
                fields.get(2).isEmpty() ? List.of() : List.of(fields.get(2).split("\\|"));
        return new NormalRange(
                fields.get(0), quantity, classes, number(fields.get(3), where), number(fields.get(4), where));
    }

    private static double number(String field, String where) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw MedullaException.data("%s has %s where a number belongs; correct it.".formatted(where, field));
        }
    }
}
