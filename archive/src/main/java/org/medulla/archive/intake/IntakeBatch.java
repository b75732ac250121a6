package org.medulla.archive.intake;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.cell.CellIndex;
import org.medulla.archive.database.Json;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.layout.SetAside;

/**
 * Turns files that have been looked at into rows. The same bytes twice are one image and one cell; every path is kept. The same
 * bytes under another class are a contradiction: both annotations are kept, the first stays current.
 */
final class IntakeBatch {
    private static final String SET_ASIDE_BEFORE = Sql.of(IntakeBatch.class, "set-aside-before");

    private final ImportPlan plan;
    private final long importId;

    IntakeBatch(ImportPlan plan, long importId) {
        this.plan = plan;
        this.importId = importId;
    }

    /** Adds the rows of a batch to the facts, and to the index what follows from them. */
    void store(Handle handle, Facts facts, List<Incoming> incoming) {
        CellIndex index = new CellIndex(handle);
        Map<Digest, FiledCell> filed = FiledCell.find(handle, incoming);
        for (Incoming one : incoming) {
            switch (one) {
                case Incoming.Image image -> {
                    FiledCell cell = filed.computeIfAbsent(image.facts().digest(), d -> newCell(facts, index, image));
                    file(facts, index, cell, image);
                }
                case Incoming.Refused refused -> setAside(handle, facts, refused);
            }
        }
        index.write();
    }

    private FiledCell newCell(Facts facts, CellIndex index, Incoming.Image image) {
        LabelledFile file = image.file();
        Row imageRow = imageRow(image.facts());
        if (plan.inPlace()) {
            imageRow.text("external_path", file.path().toString());
        }
        long imageId = facts.add(FactTable.IMAGE, imageRow);
        Row cellRow = cellRow(file.details())
                .integer("image_id", imageId)
                .integer("import_id", importId)
                .text("source", plan.source())
                .text("path", file.path().toString())
                .text("file_name", file.fileName())
                .text("imported", facts.now());
        long cellId = facts.add(FactTable.CELL, cellRow);
        index.add(cellId, file.classCode(), plan.source(), file.fileName(), file.details());
        return new FiledCell(cellId);
    }

    /** The row of an image that is kept as a blob. */
    static Row imageRow(ImageFacts image) {
        return new Row()
                .text("sha256", image.digest().hex())
                .integer("bytes", image.bytes())
                .integer("width", image.width())
                .integer("height", image.height())
                .text("format", image.format())
                .integer("perceptual_hash", image.perceptualHash());
    }

    /** The columns of a cell's row that say what is known of it. */
    static Row cellRow(CellDetails details) {
        Row row = new Row()
                .text("patient", details.patient())
                .text("smear", details.smear())
                .text("diagnosis", details.diagnosis())
                .text("stain", details.stain())
                .text("scanner", details.scanner())
                .real("microns_per_pixel", details.micronsPerPixel());
        return details.extra().isEmpty() ? row : row.text("extra", Json.write(details.extra()));
    }

    private void file(Facts facts, CellIndex index, FiledCell cell, Incoming.Image image) {
        LabelledFile file = image.file();
        if (!cell.addFile(plan.source(), file, image.stamp())) {
            return;
        }
        facts.add(
                FactTable.FILE,
                new Row()
                        .integer("import_id", importId)
                        .integer("cell_id", cell.id())
                        .text("source", plan.source())
                        .text("class_code", file.classCode())
                        .text("path", file.path().toString())
                        .integer("bytes", image.stamp().bytes())
                        .integer("modified", image.stamp().modified()));
        String reader = file.reader().orElse(plan.source());
        String firstClass = cell.firstClass().orElse(file.classCode());
        boolean newClass = cell.isNewClass(file.classCode());
        if (cell.addReading(reader, file.classCode())) {
            facts.add(
                    FactTable.ANNOTATION,
                    new Row()
                            .integer("cell_id", cell.id())
                            .integer("import_id", importId)
                            .text("reader", reader)
                            .text("class_code", file.classCode())
                            .text("at", facts.now()));
        }
        if (newClass && !index.areOne(firstClass, file.classCode())) {
            facts.add(
                    FactTable.CONTRADICTION,
                    new Row()
                            .integer("cell_id", cell.id())
                            .integer("import_id", importId)
                            .text("path", file.path().toString())
                            .text("class_code", file.classCode())
                            .text("first_class_code", firstClass)
                            .text("at", facts.now()));
            index.contradicted(cell.id());
        }
    }

    private void setAside(Handle handle, Facts facts, Incoming.Refused refused) {
        SetAside setAside = refused.setAside();
        boolean before = handle.createQuery(SET_ASIDE_BEFORE)
                        .bind("import_id", importId)
                        .bind("path", setAside.path().toString())
                        .bind("words", setAside.words())
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!before) {
            facts.add(
                    FactTable.SET_ASIDE,
                    new Row()
                            .integer("import_id", importId)
                            .text("path", setAside.path().toString())
                            .integer("bytes", refused.stamp().bytes())
                            .integer("modified", refused.stamp().modified())
                            .text("kind", setAside.kind())
                            .text("words", setAside.words())
                            .text("at", facts.now()));
        }
    }
}
