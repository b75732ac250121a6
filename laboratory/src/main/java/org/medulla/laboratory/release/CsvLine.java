package org.medulla.laboratory.release;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.medulla.cytology.job.MedullaException;

/**
 * A line of a CSV file of a release.
 *
 * @param file the file, for what is said of it
 * @param record the line
 */
record CsvLine(String file, CSVRecord record) {
    /** What stands in a column; nothing when it is empty or not there. */
    Optional<String> text(String column) {
        return record.isSet(column)
                ? Optional.of(record.get(column)).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    /** What stands in a column that is never empty. */
    String require(String column) {
        return text(column).orElseThrow(() -> wrong(column));
    }

    /** A time. */
    Instant instant(String column) {
        return parsed(column, Instant::parse);
    }

    /** A whole number. */
    int whole(String column) {
        return parsed(column, Integer::parseInt);
    }

    /** A number. */
    double number(String column) {
        return parsed(column, Double::parseDouble);
    }

    /** Yes or no. */
    boolean flag(String column) {
        return parsed(column, word -> switch (word) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(word);
        });
    }

    <T> T parsed(String column, Function<String, T> parser) {
        String word = require(column);
        try {
            return parser.apply(word);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(column);
        }
    }

    private MedullaException wrong(String column) {
        return MedullaException.data(file + ", line " + (record.getRecordNumber() + 1) + ": the column \"" + column
                + "\" does not hold what it should; take the release from its origin again.");
    }
}
