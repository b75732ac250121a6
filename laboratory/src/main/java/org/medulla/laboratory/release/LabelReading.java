package org.medulla.laboratory.release;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Certainty;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.digest.Digest;
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
    static final List<String> COLUMNS = List.of(
            "sha256",
            "reader",
            "class",
            "at",
            "reason",
            "imported",
            "certainty",
            "seconds",
            "blinded",
            "model",
            "session");

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
                annotation.reading().reason().orElse(""),
                word(annotation.imported()),
                annotation.reading().certainty().map(Certainty::word).orElse(""),
                annotation.reading().seconds().isPresent()
                        ? Double.toString(annotation.reading().seconds().getAsDouble())
                        : "",
                word(annotation.reading().blinded()),
                annotation.reading().model().map(Digest::hex).orElse(""),
                annotation.session().orElse(""));
    }

    /** The annotations of a cell as JSON. */
    static ArrayNode json(List<Annotation> annotations) {
        ArrayNode all = Json.array();
        for (Annotation annotation : annotations) {
            ObjectNode one = all.addObject();
            one.put("reader", annotation.reader());
            one.put("class", annotation.classCode());
            one.put("at", annotation.at().toString());
            Reading reading = annotation.reading();
            reading.reason().ifPresent(reason -> one.put("reason", reason));
            one.put("imported", annotation.imported());
            reading.certainty().ifPresent(certainty -> one.put("certainty", certainty.word()));
            reading.seconds().ifPresent(seconds -> one.put("seconds", seconds));
            if (reading.blinded()) {
                one.put("blinded", true);
            }
            reading.model().ifPresent(model -> one.put("model", model.hex()));
            annotation.session().ifPresent(session -> one.put("session", session));
        }
        return all;
    }

    /** An annotation from a line of {@code annotations.csv}; columns that older releases lack are empty. */
    static RestoredAnnotation read(CsvLine line) {
        Optional<Double> seconds = line.text("seconds").map(Double::valueOf);
        return new RestoredAnnotation(
                line.require("reader"),
                line.require("class"),
                line.instant("at"),
                line.text("reason"),
                line.flag("imported"),
                line.text("certainty").map(Certainty::of),
                seconds.isPresent() ? OptionalDouble.of(seconds.get()) : OptionalDouble.empty(),
                line.text("blinded").filter("yes"::equals).isPresent(),
                line.text("model").map(Digest::new),
                line.text("session"));
    }

    private static String word(boolean flag) {
        return flag ? "yes" : "no";
    }
}
