package org.medulla.laboratory.experiment;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
 * Judged cells as CSV (RFC 4180, UTF-8, line feeds): {@code
 * sha256,file,source,patient,smear,class,predicted,oddness,accepted} and a column {@code p_<CODE>} for each class that the
 * network learned, with the digits that give back the very number.
 */
final class JudgedCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final List<String> HEAD =
            List.of("sha256", "file", "source", "patient", "smear", "class", "predicted", "oddness", "accepted");
    private static final String PROBABILITY = "p_";

    private JudgedCsv() {}

    /** Writes the file in one step. */
    static void write(Path file, JudgedCells answers) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            List<String> header = new ArrayList<>(HEAD);
            answers.classes().forEach(code -> header.add(PROBABILITY + code));
            printer.printRecord(header);
            for (JudgedCells.Judged judged : answers.cells()) {
                PredictedCell cell = judged.cell();
                List<String> row = new ArrayList<>(List.of(
                        cell.digest(),
                        cell.file(),
                        cell.source(),
                        cell.patient().orElse(""),
                        cell.smear().orElse(""),
                        cell.truth(),
                        answers.classes().get(cell.best()),
                        Double.toString(judged.oddness()),
                        Boolean.toString(judged.accepted())));
                cell.probabilities().forEach(p -> row.add(Float.toString(p)));
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ExperimentFolder.write(file, text.toString());
    }

    /**
     * Reads the file.
     *
     * @throws MedullaException DATA when it is damaged
     */
    static JudgedCells read(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            List<CSVRecord> rows = parser.getRecords();
            List<String> header = rows.isEmpty() ? List.of() : rows.getFirst().toList();
            if (header.size() < HEAD.size() + 2
                    || !header.subList(0, HEAD.size()).equals(HEAD)) {
                throw new IOException("no header");
            }
            List<JudgedCells.Judged> cells = new ArrayList<>(rows.size());
            for (CSVRecord row : rows.subList(1, rows.size())) {
                if (row.size() != header.size()) {
                    throw new IOException("row " + row.getRecordNumber() + " is cut short");
                }
                cells.add(judged(row));
            }
            return new JudgedCells(
                    header.subList(HEAD.size(), header.size()).stream()
                            .map(column -> column.substring(PROBABILITY.length()))
                            .toList(),
                    cells);
        } catch (IOException | RuntimeException e) {
            throw MedullaException.data("The answers " + file + " are damaged (" + e.getMessage()
                    + "): delete the file, and the experiment makes it again.");
        }
    }

    private static JudgedCells.Judged judged(CSVRecord row) {
        List<Float> probabilities = new ArrayList<>();
        for (int column = HEAD.size(); column < row.size(); column++) {
            probabilities.add(Float.parseFloat(row.get(column)));
        }
        PredictedCell cell = new PredictedCell(
                row.get(0),
                row.get(1),
                row.get(2),
                Optional.of(row.get(3)).filter(word -> !word.isEmpty()),
                Optional.of(row.get(4)).filter(word -> !word.isEmpty()),
                row.get(5),
                probabilities);
        return new JudgedCells.Judged(cell, Double.parseDouble(row.get(7)), Boolean.parseBoolean(row.get(8)));
    }
}
