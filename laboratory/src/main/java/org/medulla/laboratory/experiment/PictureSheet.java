package org.medulla.laboratory.experiment;

import java.util.List;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.laboratory.report.Miss;
import org.medulla.laboratory.training.FrozenPictures;
import org.medulla.vision.image.RgbImage;

/**
 * Small pictures of many cells in one JPEG, which is half as large as a file for each.
 *
 * @param dataUri the JPEG for a page
 * @param columns how many pictures stand in a row
 */
record PictureSheet(String dataUri, int columns) {
    /** The side of a picture: a multiple of the 16 pixels that a JPEG codes together, so that neighbours do not bleed. */
    static final int TILE = 48;

    private static final int QUALITY = 72;

    /** Draws the cells in rows. */
    static PictureSheet draw(Archive archive, List<FrozenCell> cells, Progress progress) {
        int columns = (int) Math.ceil(Math.sqrt(cells.size()));
        int rows = Math.ceilDiv(cells.size(), columns);
        int width = columns * TILE;
        byte[] sheet = new byte[width * rows * TILE * RgbImage.CHANNELS];
        FrozenPictures pictures = new FrozenPictures(archive, cells);
        int[] next = {0};
        try (Progress.Stage stage = progress.stage("Drawing small pictures", cells.size())) {
            OrderedWork.onAllCores("Decoding")
                    .run(
                            IntStream.range(0, cells.size()).iterator(),
                            (Integer cell) -> pictures.image(cell).resize(TILE, TILE),
                            small -> {
                                int left = next[0] % columns * TILE;
                                int top = next[0] / columns * TILE;
                                for (int y = 0; y < TILE; y++) {
                                    small.copyTo(
                                            y * TILE * RgbImage.CHANNELS,
                                            sheet,
                                            ((top + y) * width + left) * RgbImage.CHANNELS,
                                            TILE * RgbImage.CHANNELS);
                                }
                                next[0]++;
                                stage.advance(1);
                            });
        }
        RgbImage image = RgbImage.of(width, rows * TILE, sheet);
        return new PictureSheet(Miss.jpeg(image.toJpeg(QUALITY)), columns);
    }
}
