/**
 * Measures of a cell that a cytologist would name: size and shape of nucleus and cell, colours, granules, chromatin. Read {@link
 * org.medulla.vision.feature.CellFeatures} first, then {@link org.medulla.vision.feature.ShapeFeatures} as one group of them.
 */
@NullMarked
package org.medulla.vision.feature;

import org.jspecify.annotations.NullMarked;
