package org.medulla.laboratory.contribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.medulla.archive.cell.CellDetails;
import org.medulla.vision.deidentification.Finding;
import org.medulla.vision.deidentification.FindingKind;
import org.medulla.vision.deidentification.IdentifyingText;
import org.medulla.vision.deidentification.Severity;

/**
 * A file of a contribution as it was sent, with what its place or its line of the manifest tells.
 *
 * @param position its number, from 1
 * @param path where it lies in what was sent, with slashes
 * @param file where it lies here
 * @param classWord the word for its class
 * @param otherWord another word for its class that stands for another class
 * @param columns the fields of its line in the manifest but path, class and reader, by heading
 * @param trouble why it cannot be taken whatever its bytes are; a clause
 */
record ReceivedFile(
        long position,
        String path,
        Path file,
        Optional<String> classWord,
        Optional<String> otherWord,
        Map<String, String> columns,
        Optional<String> trouble) {
    ReceivedFile {
        columns = new TreeMap<>(columns);
    }

    /** What in its path could tell who a patient is. */
    List<Finding> inPath() {
        return serious(IdentifyingText.inPath(path));
    }

    /** What in its line of the manifest could. */
    List<Finding> inColumns() {
        return columns.entrySet().stream()
                .flatMap(column -> serious(IdentifyingText.inColumn(column.getKey(), column.getValue())).stream())
                .toList();
    }

    /** The findings that a steward has to see. */
    static List<Finding> serious(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.HARMLESS)
                .toList();
    }

    /** The path where it tells nothing of a person, else a name by number. */
    String safePath() {
        return inPath().isEmpty() ? path : "item-" + position;
    }

    /** The name by number with the ending of the file. */
    String neutralName() {
        int dot = path.lastIndexOf('.');
        String ending = dot > path.lastIndexOf('/') ? path.substring(dot).toLowerCase(Locale.ROOT) : "";
        return "item-" + position + (ending.matches("\\.[a-z]{3,4}") ? ending : "");
    }

    /** The same without the columns that could tell who a patient is. */
    ReceivedFile withoutIdentifyingColumns() {
        Map<String, String> kept = new TreeMap<>(columns);
        columns.forEach((column, value) -> {
            if (!serious(IdentifyingText.inColumn(column, value)).isEmpty()) {
                kept.remove(column);
            }
        });
        return new ReceivedFile(position, path, file, classWord, otherWord, kept, trouble);
    }

    /**
     * What is known of the cell.
     *
     * @param scale micrometres per pixel where the manifest does not say
     */
    CellDetails details(OptionalDouble scale) {
        Map<String, String> rest = new TreeMap<>(columns);
        Optional<String> patient = take(rest, "patient");
        Optional<String> smear = take(rest, "smear");
        Optional<String> diagnosis = take(rest, "diagnosis");
        Optional<String> stain = take(rest, "stain");
        Optional<String> scanner = take(rest, "scanner");
        OptionalDouble own = number(take(rest, "microns_per_pixel"));
        return new CellDetails(patient, smear, diagnosis, stain, scanner, own.isPresent() ? own : scale, rest);
    }

    private static Optional<String> take(Map<String, String> columns, String wanted) {
        return Optional.ofNullable(columns.remove(wanted));
    }

    private static OptionalDouble number(Optional<String> text) {
        try {
            double value = Double.parseDouble(text.orElse("").replace(',', '.'));
            return value > 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** The kind of a finding as people read it. */
    static String words(FindingKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
