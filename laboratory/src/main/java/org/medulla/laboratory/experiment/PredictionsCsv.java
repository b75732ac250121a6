package org.medulla.laboratory.experiment;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.medulla.cytology.job.MedullaException;

/**
 * Predictions as CSV (RFC 4180, UTF-8, line feeds): {@code sha256,file,source,patient,smear,class,predicted} and a column {@code
 * p_<CODE>} for each class that the method learned, with the digits that give back the very number.
 */
final class PredictionsCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final List<String> HEAD =
            List.of("sha256", "file", "source", "patient", "smear", "class", "predicted");
    private static final String PROBABILITY = "p_";

    private PredictionsCsv() {}

    /** Writes the names of the columns. */
    static void writeHeader(Appendable target, List<String> classes) throws IOException {
        List<String> header = new ArrayList<>(HEAD);
        classes.forEach(code -> header.add(PROBABILITY + code));
        new CSVPrinter(target, FORMAT).printRecord(header);
    }

    /** Writes a row. */
    static void write(Appendable target, List<String> classes, PredictedCell cell) throws IOException {
        List<String> row = new ArrayList<>(List.of(
                cell.digest(),
                cell.file(),
                cell.source(),
                cell.patient().orElse(""),
                cell.smear().orElse(""),
                cell.truth(),
                classes.get(cell.best())));
        cell.probabilities().forEach(p -> row.add(Float.toString(p)));
        new CSVPrinter(target, FORMAT).printRecord(row);
    }

    /**
     * Reads a finished file.
     *
     * @throws MedullaException DATA when it is damaged
     */
    static FoldPredictions read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return parse(reader);
        } catch (IOException | RuntimeException e) {
            throw MedullaException.data("The predictions " + file + " are damaged (" + e.getMessage()
                    + "): delete the file, and the experiment makes it again.");
        }
    }

    static FoldPredictions parse(Reader reader) throws IOException {
        try (CSVParser parser = FORMAT.parse(reader)) {
            List<CSVRecord> rows = parser.getRecords();
            List<String> header = rows.isEmpty() ? List.of() : rows.getFirst().toList();
            if (header.size() < HEAD.size() + 2
                    || !header.subList(0, HEAD.size()).equals(HEAD)) {
                throw new IOException("no header");
            }
            List<String> classes = header.subList(HEAD.size(), header.size()).stream()
                    .map(column -> column.substring(PROBABILITY.length()))
                    .toList();
            List<PredictedCell> cells = new ArrayList<>(rows.size());
            for (CSVRecord row : rows.subList(1, rows.size())) {
                if (row.size() != header.size()) {
                    throw new IOException("row " + row.getRecordNumber() + " is cut short");
                }
                cells.add(cell(row));
            }
            return new FoldPredictions(classes, cells);
        }
    }

    private static PredictedCell cell(CSVRecord row) {
        List<Float> probabilities = new ArrayList<>();
        for (int column = HEAD.size(); column < row.size(); column++) {
            probabilities.add(Float.parseFloat(row.get(column)));
        }
        return new PredictedCell(
                row.get(0),
                row.get(1),
                row.get(2),
                Optional.of(row.get(3)).filter(word -> !word.isEmpty()),
                Optional.of(row.get(4)).filter(word -> !word.isEmpty()),
                row.get(5),
                probabilities);
    }
}
