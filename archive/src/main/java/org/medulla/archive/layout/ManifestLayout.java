package org.medulla.archive.layout;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.table.Table;

/**
 * A CSV list of images: the columns {@code path} and {@code class} are needed; {@code patient}, {@code smear}, {@code diagnosis},
 * {@code stain}, {@code scanner}, {@code microns_per_pixel} and {@code reader} are understood; others are kept as they are.
 * Paths are relative to the list. A line that does not add up is set aside with its number, the others are taken.
 */
final class ManifestLayout implements Layout {
    static final String NAME = "manifest";
    private static final Set<String> UNDERSTOOD =
            Set.of("path", "class", "patient", "smear", "diagnosis", "stain", "scanner", "microns_per_pixel", "reader");

    private final Path file;
    private final ClassNames classes;

    ManifestLayout(Path file, ClassNames classes) {
        this.file = file.toAbsolutePath().normalize();
        this.classes = classes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Path root() {
        return file;
    }

    @Override
    public Stream<LayoutEntry> entries() {
        Table table = Table.open(file);
        try {
            table.require("path", "class");
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
        return table.lines().map(line -> entry(table, line)).onClose(table::close);
    }

    private LayoutEntry entry(Table table, Table.Line line) {
        Optional<String> path = line.value("path");
        Optional<String> word = line.value("class");
        if (path.isEmpty() || !line.isComplete()) {
            String trouble =
                    path.isEmpty() ? "the path is missing" : "it has not as many values as the heading has names";
            return new SetAside(file, SetAside.BAD_LINE, at(line) + trouble);
        }
        Path image;
        try {
            image = file.resolveSibling(path.get()).normalize();
        } catch (InvalidPathException e) {
            return new SetAside(file, SetAside.BAD_LINE, at(line) + "\"" + path.get() + "\" is no path");
        }
        if (word.isEmpty()) {
            return new SetAside(image, SetAside.BAD_LINE, at(line) + "the class is missing");
        }
        Optional<String> code = classes.codeOrName(word.get());
        if (code.isEmpty()) {
            return new SetAside(image, SetAside.UNKNOWN_CLASS, at(line) + classes.unknown(word.get()));
        }
        if (!Files.isRegularFile(image)) {
            return new SetAside(image, SetAside.MISSING, at(line) + "there is no such file");
        }
        return labelled(table, line, image, code.get());
    }

    private LayoutEntry labelled(Table table, Table.Line line, Path image, String code) {
        try {
            CellDetails details = new CellDetails(
                    line.value("patient"),
                    line.value("smear"),
                    line.value("diagnosis"),
                    line.value("stain"),
                    line.value("scanner"),
                    micronsPerPixel(table, line),
                    line.others(UNDERSTOOD));
            return new LabelledFile(image, code, line.value("reader"), details);
        } catch (IllegalArgumentException e) {
            return new SetAside(
                    image,
                    SetAside.BAD_LINE,
                    at(line) + "microns per pixel must be a number above 0, not \""
                            + line.value("microns_per_pixel").orElse("") + "\"");
        }
    }

    private static OptionalDouble micronsPerPixel(Table table, Table.Line line) {
        Optional<String> text = line.value("microns_per_pixel");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        String number = table.hasDecimalComma() ? text.get().replace(',', '.') : text.get();
        return OptionalDouble.of(Double.parseDouble(number));
    }

    private static String at(Table.Line line) {
        return "line " + line.number() + ": ";
    }
}
