package org.medulla.archive.verification;

import java.util.List;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.cytology.job.Progress;

/** Derives the index for fast questions from the facts again and compares. */
final class IndexCheck {
    private static final String WRONG_CELLS = Sql.of(IndexCheck.class, "wrong-cells");
    private static final String WRONG_COUNTS = Sql.of(IndexCheck.class, "wrong-counts");

    private final Database database;
    private final Findings findings;

    IndexCheck(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    void run(Progress progress) {
        try (Progress.Stage stage = progress.stage("Checking the index", 2)) {
            report(WRONG_CELLS, "cell_index ");
            stage.advance(1);
            report(WRONG_COUNTS, "class_count ");
            stage.advance(1);
        }
    }

    private void report(String sql, String table) {
        List<String> wrong = database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
        wrong.forEach(which -> findings.add(
                Finding.Kind.WRONG_INDEX,
                table + which,
                "The index does not follow from the facts: restore the home from a copy."));
    }
}
