package org.medulla.cli.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table of text: a heading, a rule, rows; columns as wide as their widest cell, two spaces between them. */
public final class Table {
    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Begins a table. */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * A column.
     *
     * @param heading its name
     * @param numeric whether its cells stand at the right
     */
    public record Column(String heading, boolean numeric) {
        /** A column of words, at the left. */
        public static Column words(String heading) {
            return new Column(heading, false);
        }

        /** A column of numbers, at the right. */
        public static Column numbers(String heading) {
            return new Column(heading, true);
        }
    }

    /** Adds a row with one cell per column. */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns, but " + cells.length + " cells");
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** Adds an empty line. */
    public Table gap() {
        rows.add(List.of());
        return this;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints the table. */
    public void print(PrintStream out) {
        List<Integer> widths = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            widths.add(rows.stream()
                    .filter(row -> !row.isEmpty())
                    .mapToInt(row -> width(row.get(column)))
                    .reduce(width(columns.get(c).heading()), Math::max));
        }
        out.println(line(columns.stream().map(Column::heading).toList(), widths));
        out.println(widths.stream().map("─"::repeat).collect(Collectors.joining("──")));
        rows.forEach(row -> out.println(row.isEmpty() ? "" : line(row, widths)));
    }

    private String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            String padding = " ".repeat(widths.get(c) - width(cells.get(c)));
            line.append(c == 0 ? "" : "  ");
            line.append(columns.get(c).numeric() ? padding + cells.get(c) : cells.get(c) + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
