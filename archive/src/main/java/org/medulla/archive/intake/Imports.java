package org.medulla.archive.intake;

import java.nio.file.Path;
import java.util.List;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.layout.SetAside;

/** What past imports brought. */
public final class Imports {
    private static final String SET_ASIDE = Sql.of(Imports.class, "set-aside");
    private static final String CONTRADICTIONS = Sql.of(Imports.class, "contradictions");
    private static final String SOURCE = Sql.of(Imports.class, "source");

    private final Database database;

    /** Reads the imports of a database. */
    public Imports(Database database) {
        this.database = database;
    }

    /** Whether an import with this plan was begun and not ended. */
    public boolean isUnfinished(ImportPlan plan) {
        return database.read(handle -> ImportRun.unfinished(handle, plan).isPresent());
    }

    /** The files that an import set aside, in the order they came. */
    public List<SetAside> setAside(long importId) {
        return database.read(handle -> handle.createQuery(SET_ASIDE)
                .bind("import_id", importId)
                .map((row, context) ->
                        new SetAside(Path.of(row.getString("path")), row.getString("kind"), row.getString("words")))
                .list());
    }

    /** The files of an import whose bytes were filed under another class before, in the order they came. */
    public List<ContradictoryFile> contradictions(long importId) {
        return database.read(handle -> handle.createQuery(CONTRADICTIONS)
                .bind("import_id", importId)
                .map((row, context) -> new ContradictoryFile(
                        Path.of(row.getString("path")),
                        row.getString("class_code"),
                        Path.of(row.getString("first_path")),
                        row.getString("first_class_code")))
                .list());
    }

    ImportSummary summary(long importId, long known) {
        ImportTotals totals = ImportTotals.of(database, importId);
        String source = database.read(handle -> handle.createQuery(SOURCE)
                .bind("import_id", importId)
                .mapTo(String.class)
                .one());
        return new ImportSummary(
                importId,
                source,
                totals.cells(),
                totals.duplicates(),
                known,
                contradictions(importId),
                setAside(importId));
    }
}
