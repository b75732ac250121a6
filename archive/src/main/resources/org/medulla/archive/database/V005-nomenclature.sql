-- How the nomenclature of this archive grew from the standard one, and which version of it dataset versions and sessions were made
-- with. New columns are null in older rows and where the standard nomenclature stood, so that older digests stay what they were.

create table nomenclature_change (
    id integer primary key,
    kind text not null,
    code text not null,
    codes text,
    classes text,
    name text,
    version text not null,
    author text not null,
    reason text,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

alter table dataset add column nomenclature text;
alter table session add column nomenclature text;

-- Derived from the changes: the codes that were merged into others, with the class that cells of each are of now.
create table class_map (
    code text primary key,
    class_code text not null
);
