package org.medulla.archive.verification;

import org.medulla.archive.database.Database;

/** Asks the database whether its own storage is sound. */
final class DatabaseCheck {
    private DatabaseCheck() {}

    static void run(Database database, Findings findings) {
        for (String complaint : database.complaints()) {
            findings.add(
                    Finding.Kind.DAMAGED_DATABASE,
                    "medulla.sqlite",
                    "SQLite says: " + complaint + "; restore the home from a copy, or import again.");
        }
    }
}
