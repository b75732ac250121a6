package org.medulla.archive.intake;

import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;

/**
 * The row of an import that is under way.
 *
 * @param id its number in the archive
 * @param resumed whether an earlier run had begun it
 */
record ImportRun(long id, boolean resumed) {
    private static final String UNFINISHED = Sql.of(ImportRun.class, "unfinished");

    static ImportRun beginOrResume(Database database, ImportPlan plan, InstantSource clock) {
        return database.write(handle -> unfinished(handle, plan)
                .map(id -> new ImportRun(id, true))
                .orElseGet(() -> new ImportRun(begin(handle, plan, clock), false)));
    }

    /** The number of the import with this plan that was begun and not ended. */
    static Optional<Long> unfinished(Handle handle, ImportPlan plan) {
        return handle.createQuery(UNFINISHED)
                .bind("source", plan.source())
                .bind("root", plan.root().toString())
                .bind("layout", plan.layout())
                .bind("in_place", plan.inPlace() ? 1 : 0)
                .mapTo(Long.class)
                .findOne();
    }

    private static long begin(Handle handle, ImportPlan plan, InstantSource clock) {
        Facts facts = new Facts(handle, clock.instant());
        long id = facts.add(
                FactTable.IMPORT,
                new Row()
                        .text("source", plan.source())
                        .text("root", plan.root().toString())
                        .text("layout", plan.layout())
                        .integer("in_place", plan.inPlace() ? 1 : 0)
                        .text("started", facts.now()));
        facts.commit("import begun", plan.source());
        return id;
    }
}
