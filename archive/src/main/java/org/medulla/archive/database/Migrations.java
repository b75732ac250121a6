package org.medulla.archive.database;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.medulla.cytology.job.MedullaException;

/**
 * The numbered steps that bring a database to the form this program knows. Each runs once, in its own transaction; the table
 * {@code schema_version} keeps which have run. A step is never changed after its release: a new one is added.
 */
final class Migrations {
    private static final List<String> STEPS =
            List.of("V001-facts", "V002-readings", "V003-embeddings", "V004-contributions", "V005-nomenclature");

    private Migrations() {}

    /**
     * Runs the steps that have not run.
     *
     * @param where the database, for errors
     */
    static void apply(Handle handle, Dialect dialect, String where) {
        int found = version(handle, dialect);
        if (found > STEPS.size()) {
            throw MedullaException.user("The home of " + where + " was written by a newer Medulla (its form is " + found
                    + ", this program knows " + STEPS.size() + "): update Medulla, or choose another --home.");
        }
        for (int number = found + 1; number <= STEPS.size(); number++) {
            applyStep(handle, dialect, number);
        }
    }

    /** Whether all steps have run. */
    static boolean areDone(Handle handle, Dialect dialect) {
        return version(handle, dialect) == STEPS.size();
    }

    private static void applyStep(Handle handle, Dialect dialect, int number) {
        String step = STEPS.get(number - 1);
        handle.useTransaction(h -> {
            if (version(h, dialect) >= number) {
                return; // Another process was faster.
            }
            h.createScript(dialect.migration(Sql.of(Migrations.class, step))).execute();
            h.execute("insert into schema_version(version, step) values (?, ?)", number, step);
        });
    }

    private static int version(Handle handle, Dialect dialect) {
        boolean begun = handle.createQuery(dialect.begun()).mapTo(Integer.class).one() > 0;
        return begun
                ? handle.createQuery("select max(version) from schema_version")
                        .mapTo(Integer.class)
                        .one()
                : 0;
    }
}
