package org.medulla.archive.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.medulla.archive.database.Json;
import org.medulla.archive.digest.Digest;

/** Sessions from the rows of their table. */
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

    private SessionRow() {}

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
