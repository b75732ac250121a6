/**
 * Measures whether a picture is good enough to be a cell image: its focus, exposure, stain, the place of its cell, its size. Read
 * {@link org.medulla.vision.quality.ImageQuality} first, then {@link org.medulla.vision.quality.QualityMeasure} for what is
 * measured and the limits.
 */
@NullMarked
package org.medulla.vision.quality;

import org.jspecify.annotations.NullMarked;
