-- What other laboratories offer: as it was received, what was found in it, and what a steward decided. No text in these tables
-- may tell who a patient is: paths and words that do are left out.

create table contribution (
    id integer primary key,
    source text not null,
    laboratory text not null,
    contact text,
    licence text not null,
    consent text not null,
    origin text not null,
    class_map text,
    microns_per_pixel real,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

create table contribution_item (
    id integer primary key,
    contribution_id integer not null references contribution,
    position integer not null,
    path text not null,
    bytes integer not null,
    sha256 text,
    width integer,
    height integer,
    format text,
    perceptual_hash integer,
    class_word text,
    class_code text,
    verdict text not null,
    findings text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);
create unique index contribution_item_by_position on contribution_item (contribution_id, position);

create table contribution_end (
    id integer primary key,
    contribution_id integer not null unique references contribution,
    files integer not null,
    other_files integer not null,
    bytes integer not null,
    digest text not null,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);

create table contribution_decision (
    id integer primary key,
    contribution_id integer not null references contribution,
    item_id integer references contribution_item,
    steward text not null,
    outcome text not null,
    class_code text,
    sha256 text,
    reason text,
    at text not null,
    audit_id integer not null references audit,
    row_digest blob not null
);
create index contribution_decision_by_item on contribution_decision (contribution_id, item_id);
