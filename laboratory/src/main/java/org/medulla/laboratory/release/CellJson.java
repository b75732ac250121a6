package org.medulla.laboratory.release;

import java.util.List;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.cell.CellDetails;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that a release tells of one cell, for the forms that carry it beside each image. */
final class CellJson {
    private final Archive archive;
    private final ReleaseContent content;
    private final ClassList classes;

    CellJson(Archive archive, ReleaseContent content) {
        this.archive = archive;
        this.content = content;
        this.classes = ClassList.of(content);
    }

    ObjectNode of(ReleasedCell cell) {
        ObjectNode json = Json.object();
        json.put("sha256", cell.sha256());
        json.put("path", cell.path());
        json.put("class", cell.frozen().classCode());
        json.put("class_name", classes.name(cell.frozen().classCode()));
        json.put("number", number(cell));
        if (cell.fold().isPresent()) {
            json.put("fold", cell.fold().getAsInt());
        }
        json.put("source", cell.frozen().source());
        json.put("licence", content.licence(cell));
        json.put("file_name", cell.frozen().fileName());
        CellDetails details = cell.details();
        details.patient().ifPresent(value -> json.put("patient", value));
        details.smear().ifPresent(value -> json.put("smear", value));
        details.diagnosis().ifPresent(value -> json.put("diagnosis", value));
        details.stain().ifPresent(value -> json.put("stain", value));
        details.scanner().ifPresent(value -> json.put("scanner", value));
        details.micronsPerPixel().ifPresent(value -> json.put("microns_per_pixel", value));
        if (!details.extra().isEmpty()) {
            ObjectNode extra = json.putObject("extra");
            details.extra().forEach(extra::put);
        }
        json.put("width", cell.cell().width());
        json.put("height", cell.cell().height());
        json.put("format", cell.cell().format());
        json.set("annotations", annotations(cell));
        return json;
    }

    /** The number of a cell's class. */
    int number(ReleasedCell cell) {
        return classes.number(cell.frozen().classCode());
    }

    /** The readings of a cell up to the freezing. */
    ArrayNode annotations(ReleasedCell cell) {
        List<Annotation> all = archive.annotations().of(cell.frozen().cell());
        return LabelReading.json(LabelReading.upTo(content.version(), all));
    }
}
