package org.medulla.vision.scale;

/**
 * A disc found in a picture, in shares of the frame's side.
 *
 * @param x of its middle from the left; the middle may lie outside
 * @param y of its middle from the top
 * @param radius above zero
 * @param probability that it is a red cell, 0 to 1
 */
record Disc(double x, double y, double radius, double probability) {}
