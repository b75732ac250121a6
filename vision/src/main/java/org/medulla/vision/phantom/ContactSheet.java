package org.medulla.vision.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.medulla.vision.image.RgbImage;

/** Pictures side by side with a word above each row: how phantoms and confusions are shown on one page. */
public final class ContactSheet {
    private static final int MARGIN = 3;
    private static final int LABEL = 11;
    private static final byte PAPER = (byte) 255;

    private ContactSheet() {}

    /**
     * A row of pictures with its label.
     *
     * @param label capital letters and digits; what else there is stays blank
     * @param pictures from left to right
     */
    public record Row(String label, List<RgbImage> pictures) {
        public Row {
            Objects.requireNonNull(label);
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * Lays rows out on white, in columns of rows that follow one another downwards.
     *
     * @param rows with the same number of pictures each
     * @param columns how many rows stand side by side
     * @param side pixels of a picture on the sheet
     */
    public static RgbImage of(List<Row> rows, int columns, int side) {
        int perRow = rows.stream().mapToInt(row -> row.pictures().size()).max().orElseThrow();
        int lines = (rows.size() + columns - 1) / columns;
        int rowWidth = perRow * (side + 1) + 2 * MARGIN;
        int rowHeight = LABEL + side + MARGIN;
        int width = columns * rowWidth;
        int height = lines * rowHeight + MARGIN;
        byte[] sheet = new byte[width * height * RgbImage.CHANNELS];
        Arrays.fill(sheet, PAPER);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int left = i / lines * rowWidth + MARGIN;
            int top = i % lines * rowHeight + MARGIN;
            PixelFont.write(sheet, width, left, top, row.label());
            for (int k = 0; k < row.pictures().size(); k++) {
                RgbImage picture = row.pictures().get(k).resize(side, side);
                for (int y = 0; y < side; y++) {
                    int to = ((top + LABEL - MARGIN + y) * width + left + k * (side + 1)) * RgbImage.CHANNELS;
                    picture.copyTo(y * side * RgbImage.CHANNELS, sheet, to, side * RgbImage.CHANNELS);
                }
            }
        }
        return RgbImage.of(width, height, sheet);
    }

    /** A PNG of a sheet with 32 levels per channel: the camera's noise hides the steps, and the file is half as large. */
    public static byte[] toPng(RgbImage sheet) {
        byte[] coarse = sheet.toBytes();
        for (int i = 0; i < coarse.length; i++) {
            int value = coarse[i] & 0xff;
            coarse[i] = (byte) ((value * 31 + 127) / 255 * 255 / 31);
        }
        return RgbImage.of(sheet.width(), sheet.height(), coarse).toPng();
    }

    /**
     * A sheet of phantoms: one row for each class, with its first cells.
     *
     * @param cellsPerClass how many pictures a row has at most
     */
    public static RgbImage ofPhantoms(PhantomSeries series, int cellsPerClass, int columns, int side) {
        List<Row> rows = Arrays.stream(PhantomClass.values())
                .map(cellClass -> new Row(cellClass.name(), pictures(series, cellClass, cellsPerClass)))
                .toList();
        return of(rows, columns, side);
    }

    private static List<RgbImage> pictures(PhantomSeries series, PhantomClass cellClass, int count) {
        return IntStream.range(0, series.size())
                .filter(i -> series.cell(i).classCode().equals(cellClass.name()))
                .limit(count)
                .mapToObj(i -> series.draw(i).image())
                .toList();
    }
}
