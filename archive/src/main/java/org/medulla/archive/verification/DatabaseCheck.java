package org.medulla.archive.verification;

import java.util.List;
import org.medulla.archive.database.Database;

/** Asks SQLite whether its own file is sound. */
final class DatabaseCheck {
    private DatabaseCheck() {}

    static void run(Database database, Findings findings) {
        List<String> answers = database.read(handle ->
                handle.createQuery("pragma integrity_check").mapTo(String.class).list());
        for (String answer : answers) {
            if (!answer.equals("ok")) {
                findings.add(
                        Finding.Kind.DAMAGED_DATABASE,
                        "medulla.sqlite",
                        "SQLite says: " + answer + "; restore the home from a copy, or import again.");
            }
        }
    }
}
