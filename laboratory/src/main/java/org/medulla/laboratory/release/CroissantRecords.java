package org.medulla.laboratory.release;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The record sets of a Croissant description: classes, cells with their images, annotations, and decisions. */
record CroissantRecords(ReleaseForm form) {
    /** The id of the file set that holds the images. */
    static final String IMAGES = "image-files";

    private static final Set<String> WHOLE = Set.of("fold", "width", "height", "number", "cells");

    void addTo(ArrayNode recordSets) {
        ArrayNode classes = recordSet(recordSets, "classes", "The cell classes that the labels name", "code");
        List.of("code", "name", "number", "cells")
                .forEach(column -> column(classes, "classes", column, ClassList.FILE));

        ArrayNode cells = recordSet(recordSets, "cells", "A record for each cell, with its image and class", "sha256");
        for (String column : CellsCsv.COLUMNS) {
            ObjectNode field = column(cells, "cells", column, CellsCsv.FILE);
            if (column.equals("class")) {
                field.putObject("references").put("@id", "classes/code");
            }
            if (column.equals("path")) {
                field.putObject("references").put("@id", "images/path");
            }
        }
        images(recordSets);

        ArrayNode annotations =
                recordSet(recordSets, "annotations", "Every class that a reader gave a cell, with time and reason", "");
        for (String column : LabelReading.COLUMNS) {
            ObjectNode field = column(annotations, "annotations", column, "annotations.csv");
            if (column.equals("sha256")) {
                field.putObject("references").put("@id", "cells/sha256");
            }
            if (column.equals("class")) {
                field.putObject("references").put("@id", "classes/code");
            }
        }
        // A class of "-" says that there was no consensus, so that the column does not refer to the classes.
        ArrayNode decisions = recordSet(
                recordSets, "decisions", "Every class that was decided from several readings, by rule or person", "");
        for (String column : LabelDecision.COLUMNS) {
            ObjectNode field = column(decisions, "decisions", column, LabelDecision.FILE);
            if (column.equals("sha256")) {
                field.putObject("references").put("@id", "cells/sha256");
            }
        }
    }

    private void images(ArrayNode recordSets) {
        ArrayNode images = recordSet(recordSets, "images", "The picture of each cell", "path");
        ObjectNode image = field(images, "images", "image", "sc:ImageObject");
        ObjectNode path = field(images, "images", "path", "sc:Text");
        switch (form) {
            case FOLDER -> {
                property(image, "content");
                property(path, "fullpath");
            }
            case TAR -> {
                property(image, "content");
                property(path, "filename");
            }
            case PARQUET -> {
                embedded(image, "bytes");
                embedded(path, "path");
            }
        }
    }

    private static void property(ObjectNode field, String name) {
        ObjectNode source = field.putObject("source");
        source.putObject("fileSet").put("@id", IMAGES);
        source.putObject("extract").put("fileProperty", name);
    }

    private static void embedded(ObjectNode field, String member) {
        ObjectNode source = field.putObject("source");
        source.putObject("fileSet").put("@id", IMAGES);
        source.putObject("extract").put("column", "image");
        source.putObject("transform").put("jsonPath", member);
    }

    private static ArrayNode recordSet(ArrayNode recordSets, String id, String description, String key) {
        ObjectNode set = recordSets.addObject();
        set.put("@type", "cr:RecordSet");
        set.put("@id", id);
        set.put("name", id);
        set.put("description", description);
        if (!key.isEmpty()) {
            set.putObject("key").put("@id", id + "/" + key);
        }
        return set.putArray("field");
    }

    private static ObjectNode column(ArrayNode fields, String set, String column, String file) {
        ObjectNode field = field(fields, set, column, dataType(set, column));
        ObjectNode source = field.putObject("source");
        source.putObject("fileObject").put("@id", file);
        source.putObject("extract").put("column", column);
        return field;
    }

    private static ObjectNode field(ArrayNode fields, String set, String name, String dataType) {
        ObjectNode field = fields.addObject();
        field.put("@type", "cr:Field");
        field.put("@id", set + "/" + name);
        field.put("name", name);
        field.put("dataType", dataType);
        return field;
    }

    private static String dataType(String set, String column) {
        if (WHOLE.contains(column)) {
            return "sc:Integer";
        }
        return switch (column) {
            case "microns_per_pixel" -> "sc:Float";
            case "at" -> "sc:DateTime";
            // That of a reading is a word.
            case "certainty" -> set.equals("decisions") ? "sc:Float" : "sc:Text";
            default -> "sc:Text";
        };
    }
}
