-- Facts are append-only: rows are inserted, never changed or deleted. Each fact row carries the SHA-256 of its canonical
-- content (row_digest) and names the audit entry that covers it (audit_id). Times are ISO 8601 in UTC. docs/archive-schema.md
-- describes every table for someone who opens this file without Medulla.

create table schema_version (
    version integer primary key,
    step text not null
);

create table audit (
    id integer primary key,
    at text not null,
    action text not null,
    subject text not null,
    rows text not null,
    rows_digest blob not null,
    previous blob not null,
    digest blob not null
);

create table import (
    id integer primary key,
    source text not null,
    root text not null,
    layout text not null,
    in_place integer not null,
    started text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

create table import_end (
    id integer primary key,
    import_id integer not null unique references import,
    cells integer not null,
    duplicates integer not null,
    contradictions integer not null,
    set_aside integer not null,
    finished text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

create table image (
    id integer primary key,
    sha256 text not null unique,
    bytes integer not null,
    width integer not null,
    height integer not null,
    format text not null,
    perceptual_hash integer not null,
    external_path text,
    audit_id integer not null references audit,
    row_digest blob not null
);

create table cell (
    id integer primary key,
    image_id integer not null unique references image,
    import_id integer not null references import,
    source text not null,
    path text not null,
    file_name text not null,
    patient text,
    smear text,
    diagnosis text,
    stain text,
    scanner text,
    microns_per_pixel real,
    extra text,
    imported text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

create table file (
    id integer primary key,
    import_id integer not null references import,
    cell_id integer not null references cell,
    source text not null,
    class_code text not null,
    path text not null,
    bytes integer not null,
    modified integer not null,
    audit_id integer not null references audit,
    row_digest blob not null
);
create index file_by_cell on file (cell_id);

create table annotation (
    id integer primary key,
    cell_id integer not null references cell,
    import_id integer references import,
    reader text not null,
    class_code text not null,
    reason text,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);
create index annotation_by_cell on annotation (cell_id);

create table contradiction (
    id integer primary key,
    cell_id integer not null references cell,
    import_id integer not null references import,
    path text not null,
    class_code text not null,
    first_class_code text not null,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);
create index contradiction_by_cell on contradiction (cell_id);

create table set_aside (
    id integer primary key,
    import_id integer not null references import,
    path text not null,
    bytes integer not null,
    modified integer not null,
    kind text not null,
    words text not null,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);
create index set_aside_by_import on set_aside (import_id, path);

create table dataset (
    id integer primary key,
    name text not null unique,
    digest text not null,
    query text not null,
    cells integer not null,
    contradictions integer not null,
    created text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

-- Covered by dataset.digest, which is the SHA-256 of the manifest that these rows make.
create table dataset_item (
    dataset_id integer not null references dataset,
    position integer not null,
    cell_id integer not null references cell,
    class_code text not null,
    primary key (dataset_id, position)
) without rowid;

create table split (
    id integer primary key,
    dataset_id integer not null references dataset,
    unit text not null,
    folds integer not null,
    seed integer not null,
    digest text not null,
    created text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

-- Covered by split.digest. A position is that of the dataset's item.
create table split_item (
    split_id integer not null references split,
    position integer not null,
    fold integer not null,
    primary key (split_id, position)
) without rowid;

create table model (
    id integer primary key,
    name text not null unique,
    digest text not null,
    bytes integer not null,
    dataset_digest text,
    card text not null,
    created text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

-- Derived from the facts above, for fast questions; changed in the same transaction as they are.
create table cell_index (
    cell_id integer primary key,
    class_code text not null,
    source text not null,
    file_name text not null,
    patient text,
    smear text,
    diagnosis text,
    contradicted integer not null
);
-- Each order of cells has an index that covers what is usually asked for as well.
create index cell_index_by_class on cell_index (class_code, cell_id, source, diagnosis);
create index cell_index_by_file_name on cell_index (file_name, cell_id, class_code, source, diagnosis);
create index cell_index_by_patient on cell_index (patient, cell_id, class_code, source, diagnosis);
create index cell_index_by_source on cell_index (source, cell_id, class_code, diagnosis);
create index cell_index_by_smear on cell_index (smear, cell_id, class_code) where smear is not null;
create index cell_index_by_diagnosis on cell_index (diagnosis, cell_id, class_code) where diagnosis is not null;
create index cell_index_by_contradiction on cell_index (cell_id, class_code, source) where contradicted = 1;

create table class_count (
    source text not null,
    class_code text not null,
    cells integer not null,
    primary key (source, class_code)
) without rowid;
