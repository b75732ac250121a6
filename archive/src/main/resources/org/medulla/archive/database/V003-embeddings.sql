-- The embeddings that a model gave the cells of a batch of predictions, in the order of the cells' numbers: unit vectors of
-- dimensions numbers each, as IEEE 754 half precision, the low byte first.
create table embedding (
    id integer primary key,
    batch_id integer not null unique references prediction_batch,
    dimensions integer not null,
    vectors blob not null,
    audit_id integer not null references audit,
    row_digest blob not null
);
