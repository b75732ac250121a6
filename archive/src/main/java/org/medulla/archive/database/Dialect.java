package org.medulla.archive.database;

import java.util.Map;
import java.util.regex.Pattern;

/** What the two databases say differently. Migrations are written as SQLite has them; everything else is the same for both. */
enum Dialect {
    /** SQLite. */
    SQLITE("select count(*) from sqlite_master where name = 'schema_version'"),
    /** PostgreSQL, 15 or newer. */
    POSTGRESQL("select count(*) from information_schema.tables"
            + " where table_schema = current_schema() and table_name = 'schema_version'");

    // Text is compared by its code points, as SQLite does, whatever the language of the server.
    private static final Map<String, String> TYPES =
            Map.of("integer", "bigint", "real", "double precision", "blob", "bytea", "text", "text collate \"C\"");
    private static final Pattern COLUMN =
            Pattern.compile("(?m)^(\\s*(?:alter table \\w+ add column )?\\w+) (integer|real|blob|text)\\b");

    private final String begun;

    Dialect(String begun) {
        this.begun = begun;
    }

    /** Counts the tables of migrations: 0 in a database that is new. */
    String begun() {
        return begun;
    }

    /** A migration in the words of this database; each column stands on a line of its own. */
    String migration(String sql) {
        return switch (this) {
            case SQLITE -> sql;
            case POSTGRESQL ->
                COLUMN.matcher(sql)
                        .replaceAll(column -> column.group(1) + " " + TYPES.get(column.group(2)))
                        .replace(" without rowid", "");
        };
    }
}
