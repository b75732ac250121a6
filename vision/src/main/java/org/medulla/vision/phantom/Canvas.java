package org.medulla.vision.phantom;

import java.util.Arrays;

/** The part of the picture that one cell takes, with the distances to the borders of the cell and of its nucleus. */
final class Canvas {
    private static final float FAR = 1e4f;
    private static final int BLOCK = 4;

    /** Pixels from the border after which the rim, the hof and the nuclear border have faded. */
    private static final double FAR_FROM_RIM = 40;

    private static final double FAR_FROM_NUCLEUS = 14;

    final int left;
    final int top;
    final int right;
    final int bottom;
    final double angle;

    /** The middle of the cell and how far it may reach, also beyond the picture. */
    final double x;

    final double y;
    final double reach;

    /** Distance to the cell's border, negative inside. */
    final float[] cell;

    /** Distance to the nucleus' border, negative inside. */
    final float[] nucleus;

    /** How much of a vacuole lies over a pixel, 0 to 1. */
    final float[] holes;

    /** How far fine noise frays the borders, in pixels. */
    double ragged;

    Canvas(double x, double y, double reach, double angle) {
        left = (int) Math.clamp(x - reach, 0, Scene.SIDE);
        top = (int) Math.clamp(y - reach, 0, Scene.SIDE);
        right = (int) Math.clamp(x + reach + 1, left, Scene.SIDE);
        bottom = (int) Math.clamp(y + reach + 1, top, Scene.SIDE);
        this.angle = angle;
        this.x = x;
        this.y = y;
        this.reach = reach;
        cell = new float[(right - left) * (bottom - top)];
        nucleus = new float[cell.length];
        holes = new float[cell.length];
        Arrays.fill(cell, FAR);
        Arrays.fill(nucleus, FAR);
    }

    int at(int x, int y) {
        return (y - top) * (right - left) + x - left;
    }

    boolean holds(int x, int y) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    /**
     * Writes the distances to the cell's outline, whose plane is bent.
     *
     * @param bend two slow noises that shift the plane, and a finer one for raggedness
     * @param unevenness pixels that the plane is shifted by
     */
    void traceCell(Shape shape, Texture.View[] bend, double unevenness) {
        trace(cell, shape, bend, unevenness, FAR, FAR_FROM_RIM);
    }

    /** Writes the distances to the nucleus; it never leaves the cell, but ends a pixel before the border. */
    void traceNucleus(Shape shape, Texture.View[] bend, double unevenness) {
        trace(nucleus, shape, bend, unevenness, 1, FAR_FROM_NUCLEUS);
        for (int i = 0; i < cell.length; i++) {
            nucleus[i] = Math.max(nucleus[i], cell[i] + 1.2f);
        }
    }

    /**
     * Goes through the shape's rectangle in blocks. Where the middle of a block is far from the border, the whole block takes
     * its distance: nothing that is drawn there changes any more.
     */
    private void trace(
            float[] target, Shape shape, Texture.View[] bend, double unevenness, float nearCell, double far) {
        Shape.Box box = shape.box();
        double margin = 3.5 * unevenness + 6;
        int bottomEnd = (int) Math.clamp(box.bottom() + margin, top, bottom);
        int rightEnd = (int) Math.clamp(box.right() + margin, left, right);
        int topStart = (int) Math.clamp(box.top() - margin, top, bottom);
        int leftStart = (int) Math.clamp(box.left() - margin, left, right);
        for (int blockY = topStart; blockY < bottomEnd; blockY += BLOCK) {
            for (int blockX = leftStart; blockX < rightEnd; blockX += BLOCK) {
                int blockBottom = Math.min(bottomEnd, blockY + BLOCK);
                int blockRight = Math.min(rightEnd, blockX + BLOCK);
                double middle = bent(shape, bend, unevenness, (blockX + blockRight) / 2, (blockY + blockBottom) / 2);
                boolean flat = Math.abs(middle) > far;
                for (int y = blockY; y < blockBottom; y++) {
                    for (int x = blockX; x < blockRight; x++) {
                        int at = at(x, y);
                        if (cell[at] <= nearCell) {
                            double distance = flat ? middle : bent(shape, bend, unevenness, x, y);
                            target[at] = (float) (flat ? distance : distance + ragged * bend[2].at(x, y));
                        }
                    }
                }
            }
        }
    }

    private static double bent(Shape shape, Texture.View[] bend, double unevenness, int x, int y) {
        int px = Math.min(x, Scene.SIDE - 1);
        int py = Math.min(y, Scene.SIDE - 1);
        return shape.distance(x + unevenness * bend[0].at(px, py), y + unevenness * bend[1].at(px, py));
    }

    /** Grows a shape onto the cell. */
    void join(Shape shape) {
        Shape.Box box = shape.box();
        int bottomEnd = (int) Math.clamp(box.bottom() + 3, top, bottom);
        int rightEnd = (int) Math.clamp(box.right() + 3, left, right);
        for (int y = (int) Math.clamp(box.top() - 3, top, bottom); y < bottomEnd; y++) {
            for (int x = (int) Math.clamp(box.left() - 3, left, right); x < rightEnd; x++) {
                int at = at(x, y);
                if (cell[at] > -4) {
                    cell[at] = Math.min(cell[at], (float) shape.distance(x, y));
                }
            }
        }
    }

    /** Opens a round vacuole. */
    void pierce(double x, double y, double radius) {
        int reach = (int) radius + 2;
        for (int py = (int) y - reach; py <= y + reach; py++) {
            for (int px = (int) x - reach; px <= x + reach; px++) {
                if (holds(px, py)) {
                    double distance = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y)) - radius;
                    float open = (float) Math.clamp(0.6 - distance / 1.6, 0, 1);
                    holes[at(px, py)] = Math.max(holes[at(px, py)], open);
                }
            }
        }
    }
}
