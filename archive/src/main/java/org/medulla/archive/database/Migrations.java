package org.medulla.archive.database;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.medulla.cytology.job.MedullaException;

/**
 * The numbered steps that bring a database to the form this program knows. Each runs once, in its own transaction; the table
 * {@code schema_version} keeps which have run. A step is never changed after its release: a new one is added.
 */
final class Migrations {
    private static final List<String> STEPS = List.of("V001-facts", "V002-readings");

    private Migrations() {}

    static void apply(Handle handle, Path file) {
        int found = version(handle);
        if (found > STEPS.size()) {
            throw MedullaException.user("The home of " + file + " was written by a newer Medulla (its form is " + found
                    + ", this program knows " + STEPS.size() + "): update Medulla, or choose another --home.");
        }
        for (int number = found + 1; number <= STEPS.size(); number++) {
            applyStep(handle, number);
        }
    }

    private static void applyStep(Handle handle, int number) {
        String step = STEPS.get(number - 1);
        handle.useTransaction(h -> {
            if (version(h) >= number) {
                return; // Another process was faster.
            }
            h.createScript(Sql.of(Migrations.class, step)).execute();
            h.execute("insert into schema_version(version, step) values (?, ?)", number, step);
        });
    }

    private static int version(Handle handle) {
        boolean begun = handle.createQuery("select count(*) from sqlite_master where name = 'schema_version'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
        return begun
                ? handle.createQuery("select max(version) from schema_version")
                        .mapTo(Integer.class)
                        .one()
                : 0;
    }
}
