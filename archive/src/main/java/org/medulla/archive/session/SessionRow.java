package org.medulla.archive.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.database.Json;
import org.medulla.archive.digest.Digest;

/** Sessions and decisions as rows of their tables, there and back. */
final class SessionRow {
    static final RowMapper<ReadingSession> SESSION = (row, context) -> new ReadingSession(
            row.getString("name"),
            SessionKind.of(row.getString("kind")),
            Json.readList(row.getString("readers")),
            text(row, "of_name"),
            row.getLong("seed"),
            row.getLong("cells"),
            new Digest(row.getString("digest")),
            Instant.parse(row.getString("created")));

    static final RowMapper<Consensus> CONSENSUS = (row, context) -> {
        double certainty = row.getDouble("certainty");
        boolean certain = !row.wasNull();
        return new Consensus(
                new CellId(row.getLong("cell_id")),
                text(row, "class_code"),
                row.getString("rule"),
                certain ? OptionalDouble.of(certainty) : OptionalDouble.empty(),
                Json.readCounts(row.getString("votes")),
                text(row, "reason"),
                row.getString("session"),
                Instant.parse(row.getString("at")));
    };

    private SessionRow() {}

    static Row of(Decision decision, long sessionId, String rule, String now) {
        return new Row()
                .integer("cell_id", decision.cell().value())
                .integer("session_id", sessionId)
                .text("class_code", decision.classCode())
                .text("rule", rule)
                .real("certainty", decision.certainty())
                .text("votes", Json.write(new TreeMap<>(decision.votes())))
                .text("reason", decision.reason())
                .text("at", now);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
