package org.medulla.laboratory.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Answers as CSV (RFC 4180, UTF-8, line feeds): {@code
 * path,class,probability,second,second_probability,error,accepted,set,oddness} and one column {@code p_<CODE>} per class of the
 * model. {@code class} is always the most probable one; {@code accepted} is {@code no} for a cell that is unidentified; {@code set}
 * has the codes of its conformal set, joined by bars, in falling order of probability. An unreadable file has a row with only {@code path} and {@code error}.
 */
public final class AnswerCsv implements AnswerWriter {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final List<String> classes;
    private final CSVPrinter printer;

    /** Writes the header. The target is flushed at the end, not closed. */
    public AnswerCsv(List<String> classes, Appendable target) {
        this.classes = List.copyOf(classes);
        try {
            printer = new CSVPrinter(target, FORMAT);
            List<String> header = new ArrayList<>(List.of(
                    "path",
                    "class",
                    "probability",
                    "second",
                    "second_probability",
                    "error",
                    "accepted",
                    "set",
                    "oddness"));
            classes.forEach(code -> header.add("p_" + code));
            printer.printRecord(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Answer answer) {
        List<String> cells = new ArrayList<>(9 + classes.size());
        cells.add(answer.path().toString());
        switch (answer) {
            case Answer.Classified classified -> {
                List<Float> probabilities = classified.probabilities();
                cells.add(classes.get(classified.best()));
                cells.add(decimal(probabilities.get(classified.best())));
                cells.add(classes.get(classified.second()));
                cells.add(decimal(probabilities.get(classified.second())));
                cells.add("");
                cells.add(classified.judgement().accepted() ? "yes" : "no");
                cells.add(
                        classified.judgement().set().stream().map(classes::get).collect(Collectors.joining("|")));
                cells.add(decimal(classified.judgement().oddness()));
                probabilities.forEach(p -> cells.add(decimal(p)));
            }
            case Answer.Unreadable unreadable -> {
                cells.addAll(List.of("", "", "", "", unreadable.reason(), "", "", ""));
                classes.forEach(code -> cells.add(""));
            }
        }
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String decimal(double probability) {
        return String.format(Locale.ROOT, "%.6f", probability);
    }
}
