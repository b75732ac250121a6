package org.medulla.archive.annotation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.Cells;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.table.Table;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * Readings in a CSV file: a column {@code cell} (its number) or {@code sha256} (of its image), {@code class}, and where they are
 * known {@code reader}, {@code certainty} (sure, likely, unsure), {@code seconds}, {@code blinded} (yes, no), {@code model} (the
 * digest of the one whose answer was seen), {@code reason}. A line without a class was not read and is left out.
 */
public final class ReadingTable {
    private static final int MOST_ERRORS_SAID = 5;

    private final Cells cells;
    private final Nomenclature nomenclature;

    /** Reads tables about these cells. */
    public ReadingTable(Cells cells, Nomenclature nomenclature) {
        this.cells = cells;
        this.nomenclature = nomenclature;
    }

    /**
     * The readings of a file.
     *
     * @param usualReader who reads where the line does not say
     * @throws MedullaException DATA with the first lines that cannot be taken, each with its reason
     */
    public List<Reading> read(Path file, Optional<String> usualReader) {
        List<Reading> readings = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        try (Table table = Table.open(file);
                Stream<Table.Line> lines = table.lines()) {
            table.require("class");
            lines.filter(line -> line.value("class").isPresent()).forEach(line -> {
                try {
                    readings.add(reading(line, usualReader));
                } catch (MedullaException e) {
                    errors.add("line " + line.number() + ": " + e.getMessage());
                }
            });
        }
        if (!errors.isEmpty()) {
            throw MedullaException.data(file + " cannot be taken, and nothing of it was stored; "
                    + String.join("; ", errors.subList(0, Math.min(MOST_ERRORS_SAID, errors.size())))
                    + (errors.size() > MOST_ERRORS_SAID
                            ? String.format(Locale.ROOT, "; and %,d more lines.", errors.size() - MOST_ERRORS_SAID)
                            : ""));
        }
        return readings;
    }

    private Reading reading(Table.Line line, Optional<String> usualReader) {
        String reader = line.value("reader")
                .or(() -> usualReader)
                .orElseThrow(() ->
                        MedullaException.user("it does not say who reads: fill the column reader, or give --reader."));
        return new Reading(
                cell(line),
                reader,
                code(line.value("class").orElseThrow().toUpperCase(Locale.ROOT)),
                line.value("reason"),
                line.value("certainty").map(Certainty::of),
                seconds(line),
                line.value("blinded").map(ReadingTable::isYes).orElse(false),
                line.value("model").map(ReadingTable::digest));
    }

    // A file may be older than a merge: what it says stays, and shows as what the class was merged into.
    private String code(String word) {
        return nomenclature.known(word).orElseGet(() -> nomenclature.of(word)).code();
    }

    private CellId cell(Table.Line line) {
        Optional<Cell> found = line.value("cell")
                .flatMap(number -> cells.find(id(number)))
                .or(() -> line.value("sha256").flatMap(hex -> cells.find(digest(hex))));
        return found.map(Cell::id)
                .orElseThrow(() -> MedullaException.user("there is no cell "
                        + line.value("cell")
                                .or(() -> line.value("sha256"))
                                .orElse("without number: fill the column cell or sha256")
                        + "."));
    }

    private static CellId id(String number) {
        try {
            return new CellId(Long.parseLong(number));
        } catch (IllegalArgumentException e) {
            throw MedullaException.user("\"" + number + "\" is no number of a cell.");
        }
    }

    private static Digest digest(String hex) {
        try {
            return new Digest(hex.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw MedullaException.user("\"" + hex + "\" is no SHA-256 of 64 hexadecimal digits.");
        }
    }

    private static OptionalDouble seconds(Table.Line line) {
        Optional<String> text = line.value("seconds");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text.get().replace(',', '.')));
        } catch (NumberFormatException e) {
            throw MedullaException.user("\"" + text.get() + "\" is no number of seconds.");
        }
    }

    private static boolean isYes(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0" -> false;
            default -> throw MedullaException.user("\"" + word + "\" in the column blinded is neither yes nor no.");
        };
    }
}
