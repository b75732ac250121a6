package org.medulla.archive.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.medulla.cytology.job.MedullaException;

/**
 * A CSV file with a heading line, read line by line: UTF-8, separated by comma, semicolon or tab, whichever the heading has most
 * of. Column names are compared without regard to case, and a space is as good as an underscore.
 */
public final class Table implements AutoCloseable {
    private final Path file;
    private final char separator;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<Integer, String> headings = new LinkedHashMap<>();

    private Table(Path file, BufferedReader reader) throws IOException {
        this.file = file;
        this.separator = separatorOf(reader);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        this.parser = CSVParser.builder().setReader(reader).setFormat(format).get();
        this.records = parser.iterator();
        readHeadings();
    }

    /**
     * Opens a table and reads its heading.
     *
     * @throws MedullaException USER when it is not there, DATA when it is empty, not UTF-8 or names a column twice
     */
    public static Table open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw MedullaException.user("There is no file " + file + ": check the path.");
        }
        try {
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
            try {
                return new Table(file, reader);
            } catch (IOException | RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (CharacterCodingException e) {
            throw MedullaException.data(file + " is not UTF-8: save it as \"CSV UTF-8\", then run it again.");
        } catch (IOException e) {
            throw MedullaException.resources("Could not read " + file + ": check the disk and its permissions.", e);
        }
    }

    /** Checks that columns are there. */
    public void require(String... needed) {
        for (String column : needed) {
            if (!columns.containsKey(column)) {
                throw MedullaException.data(file + " has no column \"" + column + "\" (it has "
                        + String.join(", ", headings.values()) + "): name it in the first line, then run it again.");
            }
        }
    }

    /** The lines after the heading, as they are read. */
    public Stream<Line> lines() {
        Iterator<Line> lines = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return guarded(records::hasNext);
            }

            @Override
            public Line next() {
                return guarded(() -> new Line(records.next(), parser.getCurrentLineNumber()));
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false);
    }

    /** Whether numbers are written with a comma: where it does not separate columns, it may. */
    public boolean hasDecimalComma() {
        return separator != ',';
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw MedullaException.resources("Could not close " + file + ".", e);
        }
    }

    /** The form in which column names are compared. */
    public static String normalised(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private void readHeadings() {
        if (!guarded(records::hasNext)) {
            throw MedullaException.data(file + " is empty: its first line must name the columns.");
        }
        CSVRecord first = guarded(records::next);
        for (int i = 0; i < first.size(); i++) {
            headings.put(i, first.get(i));
            if (columns.put(normalised(first.get(i)), i) != null) {
                throw MedullaException.data(file + " has two columns \"" + first.get(i) + "\": keep one.");
            }
        }
    }

    private <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException | IllegalStateException e) {
            String reason = e.getCause() instanceof CharacterCodingException
                    ? "it is not UTF-8; save it as \"CSV UTF-8\""
                    : "it is no valid CSV there (a quotation mark too many or too few?); correct it";
            throw MedullaException.data(
                    file + ", near line " + parser.getCurrentLineNumber() + ": " + reason + ", then run it again.");
        }
    }

    private static char separatorOf(BufferedReader reader) throws IOException {
        reader.mark(1 << 16);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        reader.mark(1 << 16);
        String heading = Optional.ofNullable(reader.readLine()).orElse("");
        reader.reset();
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(heading, candidate) > count(heading, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** One line of the table. */
    public final class Line {
        private final CSVRecord record;
        private final long number;

        private Line(CSVRecord record, long number) {
            this.record = record;
            this.number = number;
        }

        /** The line's number in the file, counting from 1. */
        public long number() {
            return number;
        }

        /** What stands in a column; nothing when it is blank. */
        public Optional<String> value(String column) {
            Integer index = columns.get(column);
            return index == null || index >= record.size()
                    ? Optional.empty()
                    : Optional.of(record.get(index)).filter(v -> !v.isBlank());
        }

        /** What is not blank in the columns that are not among the given ones, by heading. */
        public Map<String, String> others(Set<String> known) {
            Map<String, String> others = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(record.size(), headings.size()); i++) {
                String heading = Optional.ofNullable(headings.get(i)).orElse("");
                if (!known.contains(normalised(heading)) && !record.get(i).isBlank()) {
                    others.put(heading, record.get(i));
                }
            }
            return others;
        }

        /** Whether the line has as many values as the heading has names. */
        public boolean isComplete() {
            return record.size() == headings.size();
        }
    }
}
