package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.json.Json;
import org.medulla.laboratory.tar.TarWriter;

/** A tar shard as WebDataset reads it: for each cell its image, all that is known of it as JSON, and the number of its class. */
final class TarShard implements ShardImages.Format {
    private final ReleaseBytes images;
    private final CellJson json;

    TarShard(ReleaseBytes images, CellJson json) {
        this.images = images;
        this.json = json;
    }

    @Override
    public void write(ReleasePart part, OutputStream out, Progress.Stage stage) throws IOException {
        TarWriter tar = new TarWriter(out);
        for (ReleasedCell cell : part.cells()) {
            tar.add(cell.name(), images.of(cell));
            tar.add(cell.key() + ".json", bytes(Json.text(json.of(cell))));
            tar.add(cell.key() + ".cls", bytes(json.number(cell) + "\n"));
            stage.advance(1);
        }
        tar.finish();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
