package org.medulla.archive.nomenclature;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellIndex;
import org.medulla.archive.cell.ClassesNow;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Json;
import org.medulla.archive.database.Sql;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import org.medulla.cytology.nomenclature.NomenclatureHistory;

/**
 * The nomenclature of an archive: the standard one and the changes written down since. A change never touches a reading or a
 * decision; what cells show follows from it in the same transaction.
 */
public final class Nomenclatures {
    private static final String CHANGES = Sql.of(Nomenclatures.class, "changes");

    private static final RowMapper<RecordedChange> CHANGE = (row, context) -> new RecordedChange(
            ChangeJson.change(
                    row.getString("kind"),
                    row.getString("code"),
                    Optional.ofNullable(row.getString("codes"))
                            .map(Json::readList)
                            .orElse(List.of()),
                    Optional.ofNullable(row.getString("classes"))
                            .map(ChangeJson::readClasses)
                            .orElse(List.of()),
                    Optional.ofNullable(row.getString("name"))),
            row.getString("version"),
            row.getString("author"),
            Optional.ofNullable(row.getString("reason")),
            Instant.parse(row.getString("at")));

    private final Database database;
    private final InstantSource clock;

    /** Reads and writes the nomenclature of a database. */
    public Nomenclatures(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The nomenclature now. */
    public Nomenclature current() {
        return history().current();
    }

    /** How it grew. */
    public NomenclatureHistory history() {
        return database.read(Nomenclatures::history);
    }

    /** The changes as they were written down, the oldest first. */
    public List<RecordedChange> changes() {
        return database.read(handle -> handle.createQuery(CHANGES).map(CHANGE).list());
    }

    /** The changes that led to a version; all where this archive never had it. */
    public List<RecordedChange> upTo(Nomenclature version) {
        List<RecordedChange> changes = changes();
        int number = history().number(version.version()).orElse(changes.size());
        return List.copyOf(changes.subList(0, number));
    }

    /**
     * The version with that name, or the nomenclature now where this archive never had it, as with what was made elsewhere.
     *
     * @param version the name: "marrow-1"
     */
    public Nomenclature versionOrCurrent(String version) {
        NomenclatureHistory history = history();
        return history.find(version).orElseGet(history::current);
    }

    /**
     * Writes a change down; what cells show follows.
     *
     * @param author who changes it
     * @throws MedullaException USER when the change cannot be made, with what stands in its way; nothing is stored then
     */
    public RecordedChange add(NomenclatureChange change, String author, Optional<String> reason) {
        return database.write(handle -> {
            RecordedChange recorded = recorded(history(handle), change, author, reason, clock.instant());
            write(handle, recorded.at(), List.of(recorded), "nomenclature", words(change));
            return recorded;
        });
    }

    /**
     * Writes down those changes of another archive that are not here yet, in their order, with their authors and times.
     *
     * @return those that were not here
     * @throws MedullaException USER when the two nomenclatures grew apart, so that a merge would mean something else here or a code
     *     stands for another class; nothing is stored then
     */
    public List<RecordedChange> bring(List<RecordedChange> theirs) {
        return database.write(handle -> {
            NomenclatureHistory history = history(handle);
            List<NomenclatureChange> here = new ArrayList<>(history.changes());
            List<RecordedChange> brought = new ArrayList<>();
            for (RecordedChange their : theirs) {
                if (here.remove(their.change())) {
                    continue;
                }
                try {
                    RecordedChange ours = recorded(history, their.change(), their.author(), their.reason(), their.at());
                    history = history.with(their.change());
                    brought.add(ours);
                } catch (MedullaException e) {
                    throw MedullaException.user(
                            "The nomenclature of this home grew otherwise than that of the other one: " + e.getMessage()
                                    + " Import into a home of its own with --home.");
                }
            }
            write(handle, clock.instant(), brought, "restore", "nomenclature");
            return brought;
        });
    }

    /** The name of the nomenclature now where it is not the standard one, for rows that say what they were made with. */
    public static Optional<String> grownVersion(Handle handle) {
        List<RecordedChange> changes = handle.createQuery(CHANGES).map(CHANGE).list();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.getLast().version());
    }

    /** How the nomenclature of a database grew. */
    public static NomenclatureHistory history(Handle handle) {
        return NomenclatureHistory.of(handle.createQuery(CHANGES).map(CHANGE).list().stream()
                .map(RecordedChange::change)
                .toList());
    }

    private static RecordedChange recorded(
            NomenclatureHistory before, NomenclatureChange change, String author, Optional<String> reason, Instant at) {
        return new RecordedChange(change, before.with(change).current().version(), author, reason, at);
    }

    private static void write(Handle handle, Instant now, List<RecordedChange> changes, String action, String subject) {
        if (changes.isEmpty()) {
            return;
        }
        Nomenclature before = history(handle).current();
        Facts facts = new Facts(handle, now);
        changes.forEach(one -> facts.add(FactTable.NOMENCLATURE_CHANGE, row(one)));
        facts.commit(action, subject);
        Nomenclature after = history(handle).current();
        Set<String> touched = new TreeSet<>();
        Stream.concat(before.merged().keySet().stream(), after.merged().keySet().stream())
                .filter(code -> !before.current(code).equals(after.current(code)))
                .forEach(code -> touched.add(before.current(code)));
        ClassesNow.write(handle, after.merged());
        CellIndex index = new CellIndex(handle);
        index.reclassify(ClassesNow.recorded(handle, touched));
        index.write();
    }

    private static Row row(RecordedChange recorded) {
        NomenclatureChange change = recorded.change();
        Row row = new Row()
                .text("kind", ChangeJson.kind(change))
                .text("code", change.code())
                .text("name", ChangeJson.name(change))
                .text("version", recorded.version())
                .text("author", recorded.author())
                .text("reason", recorded.reason())
                .text("at", recorded.at().toString());
        List<String> codes = ChangeJson.codes(change);
        if (!codes.isEmpty()) {
            row.text("codes", Json.write(codes));
        }
        return change.defined().isEmpty() ? row : row.text("classes", ChangeJson.write(change.defined()));
    }

    private static String words(NomenclatureChange change) {
        return ChangeJson.kind(change) + " " + change.code();
    }
}
