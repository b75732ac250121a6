-- What is known of a reading beside its class, the sessions in which readers read the same cells, and what was decided from
-- several readings. New columns are null in older rows, whose digests stay what they were.

create table session (
    id integer primary key,
    name text not null unique,
    kind text not null,
    readers text not null,
    of_session_id integer references session,
    seed integer not null,
    cells integer not null,
    digest text not null,
    created text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

-- Covered by session.digest.
create table session_item (
    session_id integer not null references session,
    position integer not null,
    cell_id integer not null references cell,
    primary key (session_id, position)
) without rowid;
create unique index session_item_by_cell on session_item (session_id, cell_id);

alter table annotation add column certainty text;
alter table annotation add column seconds real;
alter table annotation add column blinded integer;
alter table annotation add column model_digest text;
alter table annotation add column session_id integer references session;
create index annotation_by_session on annotation (session_id, cell_id) where session_id is not null;
create index annotation_by_reader on annotation (reader, cell_id) where import_id is null;

create table decision (
    id integer primary key,
    cell_id integer not null references cell,
    session_id integer references session,
    class_code text,
    rule text not null,
    certainty real,
    votes text not null,
    reason text,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);
create index decision_by_cell on decision (cell_id);
create index decision_by_session on decision (session_id, cell_id) where session_id is not null;

-- What a model gave some cells at once.
create table prediction_batch (
    id integer primary key,
    model_digest text not null,
    cells integer not null,
    digest text not null,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

-- Covered by prediction_batch.digest.
create table prediction (
    batch_id integer not null references prediction_batch,
    cell_id integer not null references cell,
    class_code text not null,
    probability real not null,
    second_code text not null,
    second_probability real not null,
    accepted integer not null,
    oddness real not null,
    primary key (batch_id, cell_id)
) without rowid;
create index prediction_by_cell on prediction (cell_id, batch_id);
