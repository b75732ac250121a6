package org.medulla.archive.intake;

import java.util.ArrayList;
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
import org.medulla.archive.digest.Digest;

/**
 * Turns cells of another archive into rows, their readings with the readers and times they had there. A cell that is here already
 * keeps all it has and gains the readings that it lacks; its class changes only when one of them is a review newer than every
 * review and decision here. An older review is kept as a reading that came by import, which is never the current one.
 *
 * <p>Of a cell that comes with decisions the last decision gives the class. Its reviews are kept as readings that came by import,
 * since a review and a decision of one cell are never written together; one that is newer than the last decision is followed by a
 * decision for its class. Where a review or a decision here is as new as all of these, or newer, the class here stays and no
 * decision comes in, since the last one written would count.
 */
final class RestoreBatch {
    private final long importId;

    RestoreBatch(long importId) {
        this.importId = importId;
    }

    void store(Handle handle, Facts facts, List<RestoredCell> cells) {
        List<Incoming> images = new ArrayList<>();
        cells.forEach(cell -> images.add(cell.image()));
        CellIndex index = new CellIndex(handle);
        Map<Digest, FiledCell> filed = FiledCell.find(handle, images);
        Map<Long, LabelsHere> labels = LabelsHere.of(handle, filed.values());
        for (RestoredCell cell : cells) {
            Digest digest = cell.image().facts().digest();
            FiledCell here = filed.get(digest);
            if (here == null) {
                FiledCell written = newCell(facts, cell);
                filed.put(digest, written);
                file(facts, written, cell);
                String current = labels(facts, index, written, cell, LabelsHere.none())
                        .orElse(cell.annotations().getFirst().classCode());
                index.add(
                        written.id(),
                        current,
                        cell.source(),
                        cell.fileName(),
                        cell.image().file().details());
            } else {
                file(facts, here, cell);
                labels(facts, index, here, cell, labels.getOrDefault(here.id(), LabelsHere.none()))
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

    /** Adds the readings and decisions that are lacking and gives the class that is current by them, if one is. */
    private Optional<String> labels(
            Facts facts, CellIndex index, FiledCell filed, RestoredCell cell, LabelsHere before) {
        return cell.decisions().isEmpty()
                ? readings(facts, index, filed, cell, before)
                : decisions(facts, index, filed, cell, before);
    }

    private Optional<String> readings(
            Facts facts, CellIndex index, FiledCell filed, RestoredCell cell, LabelsHere before) {
        Optional<String> current = Optional.empty();
        for (RestoredAnnotation annotation : cell.annotations()) {
            if (before.has(annotation)) {
                continue;
            }
            if (annotation.imported()) {
                imported(facts, index, filed, cell, annotation);
            } else if (annotation.isReview() && before.areBefore(annotation.at())) {
                facts.add(FactTable.ANNOTATION, row(filed, annotation));
                current = Optional.of(annotation.classCode());
            } else if (filed.addReading(annotation.reader(), annotation.classCode())) {
                facts.add(FactTable.ANNOTATION, row(filed, annotation).integer("import_id", importId));
            }
        }
        return current;
    }

    private Optional<String> decisions(
            Facts facts, CellIndex index, FiledCell filed, RestoredCell cell, LabelsHere before) {
        for (RestoredAnnotation annotation : cell.annotations()) {
            if (before.has(annotation)) {
                continue;
            }
            if (annotation.imported()) {
                imported(facts, index, filed, cell, annotation);
            } else {
                facts.add(FactTable.ANNOTATION, row(filed, annotation).integer("import_id", importId));
            }
        }
        List<RestoredDecision> decisions = cell.decisionsToTheLastReview();
        RestoredDecision last = decisions.getLast();
        if (!before.areBefore(last.at())) {
            return Optional.empty();
        }
        for (RestoredDecision decision : decisions) {
            if (!before.has(decision)) {
                facts.add(FactTable.DECISION, row(filed, decision));
            }
        }
        return Optional.of(last.codeOrNone());
    }

    private void imported(
            Facts facts, CellIndex index, FiledCell filed, RestoredCell cell, RestoredAnnotation annotation) {
        String first = filed.firstClass().orElse(annotation.classCode());
        boolean newClass = filed.isNewClass(annotation.classCode());
        if (filed.addReading(annotation.reader(), annotation.classCode())) {
            facts.add(FactTable.ANNOTATION, row(filed, annotation).integer("import_id", importId));
        }
        if (newClass && !index.areOne(first, annotation.classCode())) {
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

    private static Row row(FiledCell filed, RestoredDecision decision) {
        return new Row()
                .integer("cell_id", filed.id())
                .text("class_code", decision.classCode())
                .text("rule", decision.ruleHere())
                .real("certainty", decision.certainty())
                .text("votes", Json.write(decision.votes()))
                .text("reason", decision.reason())
                .text("at", decision.at().toString());
    }
}
