package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.cell.CellDetails;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.parquet.ParquetColumn;
import org.medulla.laboratory.parquet.ParquetType;
import org.medulla.laboratory.parquet.ParquetWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Parquet file of cells with their images, {@code image} being the structure of bytes and path that data set libraries take for a
 * picture; the key {@code huggingface} in the footer says so.
 */
final class ParquetShard implements ShardImages.Format {
    /** The bytes of the image. */
    static final ParquetColumn BYTES = new ParquetColumn("image.bytes", ParquetType.BINARY);
    /** Its name. */
    static final ParquetColumn PATH = new ParquetColumn("image.path", ParquetType.TEXT);

    private static final int GROUP_ROWS = 1000;
    private static final long GROUP_BYTES = 32 << 20;
    private static final List<ParquetColumn> COLUMNS = List.of(
            BYTES,
            PATH,
            new ParquetColumn("label", ParquetType.INT64),
            new ParquetColumn("class", ParquetType.TEXT),
            new ParquetColumn("sha256", ParquetType.TEXT),
            new ParquetColumn("fold", ParquetType.INT32),
            new ParquetColumn("source", ParquetType.TEXT),
            new ParquetColumn("licence", ParquetType.TEXT),
            new ParquetColumn("file_name", ParquetType.TEXT),
            new ParquetColumn("patient", ParquetType.TEXT),
            new ParquetColumn("smear", ParquetType.TEXT),
            new ParquetColumn("diagnosis", ParquetType.TEXT),
            new ParquetColumn("stain", ParquetType.TEXT),
            new ParquetColumn("scanner", ParquetType.TEXT),
            new ParquetColumn("microns_per_pixel", ParquetType.DOUBLE),
            new ParquetColumn("extra", ParquetType.TEXT),
            new ParquetColumn("width", ParquetType.INT32),
            new ParquetColumn("height", ParquetType.INT32),
            new ParquetColumn("annotations", ParquetType.TEXT));

    private final ReleaseBytes images;
    private final CellJson json;
    private final ReleaseContent content;

    ParquetShard(ReleaseBytes images, CellJson json, ReleaseContent content) {
        this.images = images;
        this.json = json;
        this.content = content;
    }

    @Override
    public void write(ReleasePart part, OutputStream out, Progress.Stage stage) throws IOException {
        ParquetWriter parquet = new ParquetWriter(
                out, COLUMNS, Map.of("huggingface", features(ClassList.of(content))), GROUP_ROWS, GROUP_BYTES);
        for (ReleasedCell cell : part.cells()) {
            parquet.add(row(cell));
            stage.advance(1);
        }
        parquet.finish();
    }

    private List<Optional<?>> row(ReleasedCell cell) {
        CellDetails details = cell.details();
        OptionalDouble micronsPerPixel = details.micronsPerPixel();
        return List.of(
                Optional.of(images.of(cell)),
                Optional.of(cell.path()),
                Optional.of((long) json.number(cell)),
                Optional.of(cell.frozen().classCode()),
                Optional.of(cell.sha256()),
                cell.fold().isPresent() ? Optional.of(cell.fold().getAsInt()) : Optional.empty(),
                Optional.of(cell.frozen().source()),
                Optional.of(content.licence(cell)),
                Optional.of(cell.frozen().fileName()),
                details.patient(),
                details.smear(),
                details.diagnosis(),
                details.stain(),
                details.scanner(),
                micronsPerPixel.isPresent() ? Optional.of(micronsPerPixel.getAsDouble()) : Optional.empty(),
                details.extra().isEmpty() ? Optional.empty() : Optional.of(CellsCsv.extra(details)),
                Optional.of(cell.cell().width()),
                Optional.of(cell.cell().height()),
                Optional.of(Json.line(json.annotations(cell))));
    }

    /** What the columns mean to data set libraries. */
    private static String features(ClassList classes) {
        ObjectNode root = Json.object();
        ObjectNode features = root.putObject("info").putObject("features");
        features.putObject("image").put("_type", "Image");
        for (ParquetColumn column : COLUMNS.subList(2, COLUMNS.size())) {
            ObjectNode feature = features.putObject(column.path());
            if (column.path().equals("label")) {
                ArrayNode names = feature.putArray("names");
                classes.codes().forEach(names::add);
                feature.put("_type", "ClassLabel");
            } else {
                feature.put("dtype", dtype(column.type()));
                feature.put("_type", "Value");
            }
        }
        return Json.line(root);
    }

    private static String dtype(ParquetType type) {
        return switch (type) {
            case INT32 -> "int32";
            case INT64 -> "int64";
            case DOUBLE -> "float64";
            case TEXT -> "string";
            case BINARY -> "binary";
        };
    }
}
