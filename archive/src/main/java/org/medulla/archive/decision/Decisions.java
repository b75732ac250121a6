package org.medulla.archive.decision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellIndex;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Json;
import org.medulla.archive.database.Sql;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.Sessions;

/** The decisions of an archive. The newest one of a cell, if no reading outside of a session came later, is its class. */
public final class Decisions {
    private static final String OF_CELL = Sql.of(Decisions.class, "of-cell");
    private static final String OF_SESSION = Sql.of(Decisions.class, "of-session");

    private static final RowMapper<Decided> DECIDED = (row, context) -> {
        double certainty = row.getDouble("certainty");
        boolean certain = !row.wasNull();
        return new Decided(
                new Decision(
                        new CellId(row.getLong("cell_id")),
                        Optional.ofNullable(row.getString("class_code")),
                        certain ? OptionalDouble.of(certainty) : OptionalDouble.empty(),
                        Json.readCounts(row.getString("votes")),
                        Optional.ofNullable(row.getString("reason"))),
                row.getString("rule"),
                Optional.ofNullable(row.getString("session")),
                Instant.parse(row.getString("at")));
    };

    private final Database database;
    private final InstantSource clock;

    /** Reads and writes the decisions of a database. */
    public Decisions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was decided of a cell, the oldest first. */
    public List<Decided> of(CellId cell) {
        return database.read(handle -> handle.createQuery(OF_CELL)
                .bind("cell_id", cell.value())
                .map(DECIDED)
                .list());
    }

    /** The newest decision of a session on each cell that has one, in the order of the cells' numbers. */
    public List<Decided> of(ReadingSession session) {
        return database.read(handle -> handle.createQuery(OF_SESSION)
                .bind("name", session.name())
                .map(DECIDED)
                .list());
    }

    /**
     * Writes down what follows from the readings of a session, all of it or nothing; each class becomes current, and a cell
     * without consensus has none.
     *
     * @param rule the rule with its settings, in words that stay the same
     */
    public void add(ReadingSession session, String rule, List<Decision> decisions) {
        if (!decisions.isEmpty()) {
            database.write(handle -> {
                Facts facts = new Facts(handle, clock.instant());
                long sessionId = Sessions.id(handle, session.name());
                write(handle, facts, OptionalLong.of(sessionId), rule, decisions);
                return decisions;
            });
        }
    }

    /** Writes decisions that no session led to, in a batch of facts that may hold others; commits the batch. */
    public static void write(
            Handle handle, Facts facts, OptionalLong sessionId, String rule, List<Decision> decisions) {
        Map<Long, String> classes = new TreeMap<>();
        for (Decision decision : decisions) {
            Row row = new Row()
                    .integer("cell_id", decision.cell().value())
                    .text("class_code", decision.classCode())
                    .text("rule", rule)
                    .real("certainty", decision.certainty())
                    .text("votes", Json.write(decision.votes()))
                    .text("reason", decision.reason())
                    .text("at", facts.now());
            sessionId.ifPresent(id -> row.integer("session_id", id));
            facts.add(FactTable.DECISION, row);
            classes.put(decision.cell().value(), decision.codeOrNone());
        }
        CellIndex index = new CellIndex(handle);
        index.reclassify(classes);
        facts.commit("decide", rule);
        index.write();
    }
}
