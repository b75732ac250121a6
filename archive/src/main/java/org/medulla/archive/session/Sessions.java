package org.medulla.archive.session;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Json;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.nomenclature.Nomenclatures;
import org.medulla.cytology.job.MedullaException;

/** The reading sessions of an archive. */
public final class Sessions {
    private static final String LIST = Sql.of(Sessions.class, "list");
    private static final String ID = Sql.of(Sessions.class, "id");
    private static final String ITEMS = Sql.of(Sessions.class, "items");
    private static final String INSERT_ITEM = Sql.of(Sessions.class, "insert-item");
    private static final String DIGEST_OF_CELL = Sql.of(Sessions.class, "digest-of-cell");

    private final Database database;
    private final InstantSource clock;

    /** Reads and writes the sessions of a database. */
    public Sessions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a session.
     *
     * @throws MedullaException USER when the name is taken, or a cell or the session to settle is not there
     */
    public ReadingSession create(SessionPlan plan) {
        return database.write(handle -> {
            if (find(handle, plan.name()).isPresent()) {
                throw MedullaException.user("There is a session \"" + plan.name()
                        + "\" already, and a session never changes: choose another name.");
            }
            OptionalLong of =
                    plan.of().isPresent() ? OptionalLong.of(id(handle, plan.of().get())) : OptionalLong.empty();
            Facts facts = new Facts(handle, clock.instant());
            Row row = new Row()
                    .text("name", plan.name())
                    .text("kind", plan.kind().word())
                    .text("readers", Json.write(plan.readers()))
                    .integer("seed", plan.seed())
                    .integer("cells", plan.cells().size())
                    .text("digest", digest(handle, plan.cells()).hex())
                    .text("created", facts.now())
                    .text("nomenclature", Nomenclatures.grownVersion(handle));
            of.ifPresent(number -> row.integer("of_session_id", number));
            long id = facts.add(FactTable.SESSION, row);
            facts.commit("session", plan.name());
            insertItems(handle, id, plan.cells());
            return find(handle, plan.name()).orElseThrow();
        });
    }

    /** The session with that name. */
    public Optional<ReadingSession> find(String name) {
        return database.read(handle -> find(handle, name));
    }

    /**
     * The session with that name.
     *
     * @throws MedullaException USER when there is none, naming those there are
     */
    public ReadingSession get(String name) {
        return find(name).orElseThrow(() -> {
            String names = list().stream().map(ReadingSession::name).collect(Collectors.joining(", "));
            return MedullaException.user("There is no reading session \"" + name + "\" ("
                    + (names.isEmpty() ? "there is none yet" : "there are " + names)
                    + "): make it with `medulla session new`.");
        });
    }

    /** All sessions, the oldest first. */
    public List<ReadingSession> list() {
        return database.read(
                handle -> handle.createQuery(LIST).map(SessionRow.SESSION).list());
    }

    /** The cells of a session in its order. */
    public List<CellId> cells(ReadingSession session) {
        return database.read(handle -> items(handle, session.name()));
    }

    /** What the digest of a session's cells is now; it differs from its own when rows were changed. */
    public Digest computedDigest(ReadingSession session) {
        return database.read(handle -> digest(handle, items(handle, session.name())));
    }

    /** The readings given in a session. */
    public SessionReadings readings(ReadingSession session) {
        return new SessionReadings(database, clock, session);
    }

    static Optional<ReadingSession> find(Handle handle, String name) {
        return handle.createQuery(LIST).map(SessionRow.SESSION).list().stream()
                .filter(session -> session.name().equals(name))
                .findFirst();
    }

    /** The number of the session with that name. */
    public static long id(Handle handle, String name) {
        return handle.createQuery(ID)
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> MedullaException.user("There is no reading session \"" + name + "\"."));
    }

    static List<CellId> items(Handle handle, String name) {
        return handle.createQuery(ITEMS)
                .bind("name", name)
                .mapTo(Long.class)
                .map(CellId::new)
                .list();
    }

    private static Digest digest(Handle handle, List<CellId> cells) {
        StringBuilder lines = new StringBuilder();
        for (CellId cell : cells) {
            lines.append(handle.createQuery(DIGEST_OF_CELL)
                            .bind("cell_id", cell.value())
                            .mapTo(String.class)
                            .findOne()
                            .orElseThrow(() -> MedullaException.user("There is no cell " + cell.value() + ".")))
                    .append('\n');
        }
        return Digest.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void insertItems(Handle handle, long sessionId, List<CellId> cells) {
        try (PreparedStatement batch = handle.getConnection().prepareStatement(INSERT_ITEM)) {
            for (int position = 0; position < cells.size(); position++) {
                batch.setLong(1, sessionId);
                batch.setInt(2, position);
                batch.setLong(3, cells.get(position).value());
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
