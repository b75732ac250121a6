package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The list of the cells of a release: {@code cells.csv}, a line for each in the order of their digests. */
final class CellsCsv {
    static final String FILE = "cells.csv";
    static final List<String> COLUMNS = List.of(
            "sha256",
            "class",
            "path",
            "fold",
            "source",
            "licence",
            "file_name",
            "patient",
            "smear",
            "diagnosis",
            "stain",
            "scanner",
            "microns_per_pixel",
            "extra",
            "width",
            "height",
            "format");

    private CellsCsv() {}

    static void write(ReleaseContent content, OutputStream out) throws IOException {
        CsvFiles.write(out, COLUMNS, printer -> {
            for (ReleasedCell cell : content.cells()) {
                printer.printRecord(values(content, cell));
            }
        });
    }

    private static List<Object> values(ReleaseContent content, ReleasedCell cell) {
        CellDetails details = cell.details();
        List<Object> values = new ArrayList<>();
        values.add(cell.sha256());
        values.add(cell.frozen().classCode());
        values.add(cell.path());
        values.add(cell.fold().isPresent() ? cell.fold().getAsInt() : "");
        values.add(cell.frozen().source());
        values.add(content.licence(cell));
        values.add(cell.frozen().fileName());
        Stream.of(details.patient(), details.smear(), details.diagnosis(), details.stain(), details.scanner())
                .forEach(detail -> values.add(detail.orElse("")));
        OptionalDouble micronsPerPixel = details.micronsPerPixel();
        values.add(micronsPerPixel.isPresent() ? micronsPerPixel.getAsDouble() : "");
        values.add(details.extra().isEmpty() ? "" : extra(details));
        values.add(cell.cell().width());
        values.add(cell.cell().height());
        values.add(cell.cell().format());
        return values;
    }

    /** Further columns as a JSON object. */
    static String extra(CellDetails details) {
        ObjectNode object = Json.object();
        details.extra().forEach(object::put);
        return Json.line(object);
    }

    /**
     * The cells of a release by the SHA-256 of their images, in the order of the list.
     *
     * @throws MedullaException DATA when a line is not what it should be
     */
    static SortedMap<String, CellRow> read(Path folder) {
        SortedMap<String, CellRow> rows = new TreeMap<>();
        CsvFiles.read(folder.resolve(FILE), line -> {
            CellRow row = new CellRow(
                    line.parsed("sha256", Digest::new),
                    line.require("class"),
                    line.parsed("path", CellsCsv::inside),
                    line.require("source"),
                    line.require("file_name"),
                    details(line));
            if (rows.put(row.digest().hex(), row) != null) {
                throw MedullaException.data(
                        FILE + " lists the image " + row.digest() + " twice: take the release from its origin again.");
            }
        });
        return rows;
    }

    /** A path that stays in the folder of the release. */
    private static String inside(String path) {
        Path relative = Path.of(path);
        if (relative.isAbsolute() || !relative.normalize().equals(relative) || relative.startsWith("..")) {
            throw new IllegalArgumentException(path);
        }
        return path;
    }

    private static CellDetails details(CsvLine line) {
        Map<String, String> extra = new TreeMap<>();
        line.text("extra")
                .ifPresent(text -> Json.parse(text)
                        .properties()
                        .forEach(one -> extra.put(one.getKey(), one.getValue().asString())));
        return new CellDetails(
                line.text("patient"),
                line.text("smear"),
                line.text("diagnosis"),
                line.text("stain"),
                line.text("scanner"),
                line.text("microns_per_pixel").isPresent()
                        ? OptionalDouble.of(line.number("microns_per_pixel"))
                        : OptionalDouble.empty(),
                extra);
    }

    /**
     * A cell as a release lists it.
     *
     * @param digest the SHA-256 of its image
     * @param classCode its class when the version was frozen
     * @param path where its image is
     * @param source the source it came from
     * @param fileName its file name there
     * @param details what else is known
     */
    record CellRow(Digest digest, String classCode, String path, String source, String fileName, CellDetails details) {}
}
