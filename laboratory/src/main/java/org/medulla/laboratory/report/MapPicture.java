package org.medulla.laboratory.report;

import java.util.List;

/**
 * A map of cells with their pictures.
 *
 * @param note which cells by which model, in a sentence
 * @param points the cells
 * @param sheet their pictures as a data URI: squares of {@code tile} pixels, {@code columns} in a row, in the order of the points
 * @param columns how many pictures stand in a row of the sheet
 * @param tile the side of a picture in pixels
 */
public record MapPicture(String note, List<Point> points, String sheet, int columns, int tile) {
    public MapPicture {
        points = List.copyOf(points);
    }

    /**
     * A cell on the map.
     *
     * @param x its place
     * @param y its place
     * @param truth its class by the readers
     * @param predicted its class by the model
     * @param probability how sure the model was, 0 to 1
     * @param source the name of its source
     * @param file its file name
     */
    public record Point(
            double x, double y, String truth, String predicted, double probability, String source, String file) {}
}
