package org.medulla.archive.cell;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.medulla.archive.database.Json;
import org.medulla.archive.digest.Digest;

/** Reads a cell from a row that joins cell_index, cell and image. */
final class CellMapper implements RowMapper<Cell> {
    @Override
    public Cell map(ResultSet row, StatementContext context) throws SQLException {
        return new Cell(
                new CellId(row.getLong("cell_id")),
                new Digest(row.getString("sha256")),
                row.getString("class_code"),
                row.getString("source"),
                Path.of(row.getString("path")),
                row.getString("file_name"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("format"),
                row.getLong("perceptual_hash"),
                text(row, "external_path").map(Path::of),
                row.getInt("contradicted") != 0,
                details(row));
    }

    private static CellDetails details(ResultSet row) throws SQLException {
        double micronsPerPixel = row.getDouble("microns_per_pixel");
        boolean scaled = !row.wasNull();
        return new CellDetails(
                text(row, "patient"),
                text(row, "smear"),
                text(row, "diagnosis"),
                text(row, "stain"),
                text(row, "scanner"),
                scaled ? OptionalDouble.of(micronsPerPixel) : OptionalDouble.empty(),
                text(row, "extra").map(Json::readTexts).orElse(Map.of()));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
