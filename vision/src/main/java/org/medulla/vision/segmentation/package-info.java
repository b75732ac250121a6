/**
 * Finds the nucleus and the whole of the cell in the middle of a cell image, by optical densities, thresholds and floods, with
 * nothing learned. Read {@link org.medulla.vision.segmentation.CellSegmenter} first, then {@link
 * org.medulla.vision.segmentation.CellMask}.
 */
@NullMarked
package org.medulla.vision.segmentation;

import org.jspecify.annotations.NullMarked;
