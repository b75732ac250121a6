package org.medulla.archive.annotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.medulla.archive.audit.Row;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;

/** An annotation as a row of its table, there and back. */
public final class AnnotationRow implements RowMapper<Annotation> {
    /** Reads rows that have the columns of annotation, {@code session} (a name) and {@code imported}. */
    public static final AnnotationRow MAPPER = new AnnotationRow();

    private AnnotationRow() {}

    /** The row of a reading that is about to be written. */
    public static Row of(Reading reading, OptionalLong session, String now) {
        Row row = new Row()
                .integer("cell_id", reading.cell().value())
                .text("reader", reading.reader())
                .text("class_code", reading.classCode())
                .text("reason", reading.reason())
                .text("certainty", reading.certainty().map(Certainty::word))
                .real("seconds", reading.seconds())
                .text("model_digest", reading.model().map(Digest::hex))
                .text("at", now);
        if (reading.blinded()) {
            row.integer("blinded", 1);
        }
        session.ifPresent(id -> row.integer("session_id", id));
        return row;
    }

    @Override
    public Annotation map(ResultSet row, StatementContext context) throws SQLException {
        double seconds = row.getDouble("seconds");
        boolean timed = !row.wasNull();
        Reading reading = new Reading(
                new CellId(row.getLong("cell_id")),
                row.getString("reader"),
                row.getString("class_code"),
                text(row, "reason"),
                text(row, "certainty").flatMap(Certainty::find),
                timed ? OptionalDouble.of(seconds) : OptionalDouble.empty(),
                row.getInt("blinded") != 0,
                text(row, "model_digest").map(Digest::new));
        return new Annotation(
                reading, Instant.parse(row.getString("at")), row.getInt("imported") != 0, text(row, "session"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
