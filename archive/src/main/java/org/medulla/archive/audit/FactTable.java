package org.medulla.archive.audit;

import java.util.Collections;
import java.util.List;

/** The tables of facts, each after those it refers to. Every one also has id, audit_id and row_digest. */
public enum FactTable {
    IMPORT("import", "source", "root", "layout", "in_place", "started"),
    IMAGE("image", "sha256", "bytes", "width", "height", "format", "perceptual_hash", "external_path"),
    CELL(
            "cell",
            "image_id",
            "import_id",
            "source",
            "path",
            "file_name",
            "patient",
            "smear",
            "diagnosis",
            "stain",
            "scanner",
            "microns_per_pixel",
            "extra",
            "imported"),
    FILE("file", "import_id", "cell_id", "source", "class_code", "path", "bytes", "modified"),
    ANNOTATION(
            "annotation",
            "cell_id",
            "import_id",
            "reader",
            "class_code",
            "reason",
            "at",
            "certainty",
            "seconds",
            "blinded",
            "model_digest",
            "session_id"),
    CONTRADICTION("contradiction", "cell_id", "import_id", "path", "class_code", "first_class_code", "at"),
    SET_ASIDE("set_aside", "import_id", "path", "bytes", "modified", "kind", "words", "at"),
    IMPORT_END("import_end", "import_id", "cells", "duplicates", "contradictions", "set_aside", "finished"),
    DATASET("dataset", "name", "digest", "query", "cells", "contradictions", "created", "nomenclature"),
    SPLIT("split", "dataset_id", "unit", "folds", "seed", "digest", "created"),
    MODEL("model", "name", "digest", "bytes", "dataset_digest", "card", "created"),
    SESSION(
            "session",
            "name",
            "kind",
            "readers",
            "of_session_id",
            "seed",
            "cells",
            "digest",
            "created",
            "nomenclature"),
    DECISION("decision", "cell_id", "session_id", "class_code", "rule", "certainty", "votes", "reason", "at"),
    PREDICTION_BATCH("prediction_batch", "model_digest", "cells", "digest", "at"),
    EMBEDDING("embedding", "batch_id", "dimensions", "vectors"),
    CONTRIBUTION(
            "contribution",
            "source",
            "laboratory",
            "contact",
            "licence",
            "consent",
            "origin",
            "class_map",
            "microns_per_pixel",
            "at"),
    CONTRIBUTION_ITEM(
            "contribution_item",
            "contribution_id",
            "position",
            "path",
            "bytes",
            "sha256",
            "width",
            "height",
            "format",
            "perceptual_hash",
            "class_word",
            "class_code",
            "verdict",
            "findings"),
    CONTRIBUTION_END("contribution_end", "contribution_id", "files", "other_files", "bytes", "digest", "at"),
    CONTRIBUTION_DECISION(
            "contribution_decision",
            "contribution_id",
            "item_id",
            "steward",
            "outcome",
            "class_code",
            "sha256",
            "reason",
            "at"),
    NOMENCLATURE_CHANGE(
            "nomenclature_change", "kind", "code", "codes", "classes", "name", "version", "author", "reason", "at");

    private final String tableName;
    private final String columns;

    FactTable(String tableName, String... columns) {
        this.tableName = tableName;
        this.columns = "id, audit_id, " + String.join(", ", columns);
    }

    /** The table's name in the database. */
    public String tableName() {
        return tableName;
    }

    /** The columns that a row's digest covers: all but row_digest. */
    public List<String> columns() {
        return List.of(columns.split(", "));
    }

    /** Inserts a row by position: the columns, then row_digest. */
    String insert() {
        return "insert into " + tableName + "(" + columns + ", row_digest) values ("
                + String.join(", ", Collections.nCopies(columns().size() + 1, "?")) + ")";
    }
}
