package org.medulla.archive.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.annotation.Certainty;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellIndex;
import org.medulla.archive.database.Json;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;

/**
 * Turns cells of another archive into rows, their readings with the readers and times they had there. A cell that is here already
 * keeps all it has and gains the readings that it lacks; its class changes only when one of them is a review newer than every
 * review here. An older review is kept as a reading that came by import, which is never the current one.
 */
final class RestoreBatch {
    private static final String REVIEWS = Sql.of(RestoreBatch.class, "reviews");

    private final long importId;

    RestoreBatch(long importId) {
        this.importId = importId;
    }

    void store(Handle handle, Facts facts, List<RestoredCell> cells) {
        List<Incoming> images = new ArrayList<>();
        cells.forEach(cell -> images.add(cell.image()));
        CellIndex index = new CellIndex(handle);
        Map<Digest, FiledCell> filed = FiledCell.find(handle, images);
        Map<Long, List<Review>> reviews = reviews(handle, filed);
        for (RestoredCell cell : cells) {
            Digest digest = cell.image().facts().digest();
            FiledCell here = filed.get(digest);
            if (here == null) {
                FiledCell written = newCell(facts, cell);
                filed.put(digest, written);
                file(facts, written, cell);
                String current = readings(facts, index, written, cell, List.of())
                        .orElse(cell.annotations().getFirst().classCode());
                index.add(
                        written.id(),
                        current,
                        cell.source(),
                        cell.fileName(),
                        cell.image().file().details());
            } else {
                file(facts, here, cell);
                readings(facts, index, here, cell, reviews.getOrDefault(here.id(), List.of()))
                        .ifPresent(now -> index.reclassify(Map.of(here.id(), now)));
            }
        }
        index.write();
    }

    private FiledCell newCell(Facts facts, RestoredCell cell) {
        long imageId =
                facts.add(FactTable.IMAGE, IntakeBatch.imageRow(cell.image().facts()));
        Row row = IntakeBatch.cellRow(cell.image().file().details())
                .integer("image_id", imageId)
                .integer("import_id", importId)
                .text("source", cell.source())
                .text("path", cell.image().file().path().toString())
                .text("file_name", cell.fileName())
                .text("imported", facts.now());
        return new FiledCell(facts.add(FactTable.CELL, row));
    }

    private void file(Facts facts, FiledCell filed, RestoredCell cell) {
        Incoming.Image image = cell.image();
        if (filed.addFile(cell.source(), image.file(), image.stamp())) {
            facts.add(
                    FactTable.FILE,
                    new Row()
                            .integer("import_id", importId)
                            .integer("cell_id", filed.id())
                            .text("source", cell.source())
                            .text("class_code", image.file().classCode())
                            .text("path", image.file().path().toString())
                            .integer("bytes", image.stamp().bytes())
                            .integer("modified", image.stamp().modified()));
        }
    }

    /** Adds the readings that are lacking and gives the class of the newest review among them, if there is one. */
    private Optional<String> readings(
            Facts facts, CellIndex index, FiledCell filed, RestoredCell cell, List<Review> before) {
        Optional<Instant> newest = before.stream().map(Review::at).max(Instant::compareTo);
        Optional<String> current = Optional.empty();
        for (RestoredAnnotation annotation : cell.annotations()) {
            if (annotation.imported()) {
                imported(facts, index, filed, cell, annotation);
            } else if (!annotation.isReview()) {
                if (filed.addReading(annotation.reader(), annotation.classCode())) {
                    facts.add(FactTable.ANNOTATION, row(filed, annotation).integer("import_id", importId));
                }
            } else if (!before.contains(Review.of(annotation))) {
                if (newest.isEmpty() || annotation.at().isAfter(newest.get())) {
                    facts.add(FactTable.ANNOTATION, row(filed, annotation));
                    current = Optional.of(annotation.classCode());
                } else if (filed.addReading(annotation.reader(), annotation.classCode())) {
                    facts.add(FactTable.ANNOTATION, row(filed, annotation).integer("import_id", importId));
                }
            }
        }
        return current;
    }

    private void imported(
            Facts facts, CellIndex index, FiledCell filed, RestoredCell cell, RestoredAnnotation annotation) {
        String first = filed.firstClass().orElse(annotation.classCode());
        boolean newClass = filed.isNewClass(annotation.classCode());
        if (filed.addReading(annotation.reader(), annotation.classCode())) {
            facts.add(FactTable.ANNOTATION, row(filed, annotation).integer("import_id", importId));
        }
        if (newClass && !first.equals(annotation.classCode())) {
            facts.add(
                    FactTable.CONTRADICTION,
                    new Row()
                            .integer("cell_id", filed.id())
                            .integer("import_id", importId)
                            .text("path", cell.image().file().path().toString())
                            .text("class_code", annotation.classCode())
                            .text("first_class_code", first)
                            .text("at", annotation.at().toString()));
            index.contradicted(filed.id());
        }
    }

    private static Row row(FiledCell filed, RestoredAnnotation annotation) {
        Row row = new Row()
                .integer("cell_id", filed.id())
                .text("reader", annotation.reader())
                .text("class_code", annotation.classCode())
                .text("reason", annotation.reason())
                .text("certainty", annotation.certainty().map(Certainty::word))
                .real("seconds", annotation.seconds())
                .text("model_digest", annotation.model().map(Digest::hex))
                .text("at", annotation.at().toString());
        return annotation.blinded() ? row.integer("blinded", 1) : row;
    }

    private static Map<Long, List<Review>> reviews(Handle handle, Map<Digest, FiledCell> filed) {
        Map<Long, List<Review>> reviews = new HashMap<>();
        List<Long> ids = filed.values().stream().map(FiledCell::id).toList();
        handle.createQuery(REVIEWS)
                .bind("cells", Json.write(ids))
                .map((row, context) -> reviews.computeIfAbsent(row.getLong("cell_id"), id -> new ArrayList<>())
                        .add(new Review(
                                row.getString("reader"),
                                row.getString("class_code"),
                                Instant.parse(row.getString("at")))))
                .forEach(added -> {});
        return reviews;
    }

    private record Review(String reader, String classCode, Instant at) {
        static Review of(RestoredAnnotation annotation) {
            return new Review(annotation.reader(), annotation.classCode(), annotation.at());
        }
    }
}
