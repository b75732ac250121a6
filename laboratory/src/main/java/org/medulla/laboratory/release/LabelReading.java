package org.medulla.laboratory.release;

import java.util.List;
import java.util.Optional;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.intake.RestoredAnnotation;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one annotation stands in a release. The only class that knows what an annotation is made of: a new part of it becomes a
 * column at the end of {@link #COLUMNS}, a value in {@link #values} and in {@link #json}, and is read in {@link #read}.
 */
final class LabelReading {
    /** The columns of {@code annotations.csv}; sha256 names the cell. */
    static final List<String> COLUMNS = List.of("sha256", "reader", "class", "at", "reason", "imported");

    private LabelReading() {}

    /** What was known of a cell when a version was frozen, the oldest first: later readings belong to a later version. */
    static List<Annotation> upTo(DatasetVersion version, List<Annotation> all) {
        return all.stream()
                .filter(annotation -> !annotation.at().isAfter(version.created()))
                .toList();
    }

    /** The values of the columns. */
    static List<String> values(String digest, Annotation annotation) {
        return List.of(
                digest,
                annotation.reader(),
                annotation.classCode(),
                annotation.at().toString(),
                annotation.reason().orElse(""),
                annotation.imported() ? "yes" : "no");
    }

    /** The annotations of a cell as JSON. */
    static ArrayNode json(List<Annotation> annotations) {
        ArrayNode all = Json.array();
        for (Annotation annotation : annotations) {
            ObjectNode one = all.addObject();
            one.put("reader", annotation.reader());
            one.put("class", annotation.classCode());
            one.put("at", annotation.at().toString());
            annotation.reason().ifPresent(reason -> one.put("reason", reason));
            one.put("imported", annotation.imported());
        }
        return all;
    }

    /** An annotation from a line of {@code annotations.csv}. */
    static RestoredAnnotation read(CsvLine line) {
        Optional<String> reason = line.text("reason");
        return new RestoredAnnotation(
                line.require("reader"), line.require("class"), line.instant("at"), reason, line.flag("imported"));
    }
}
