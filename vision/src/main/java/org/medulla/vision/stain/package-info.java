/**
 * Stain normalisation: a picture's colours brought to a stated appearance, so that two laboratories look alike. Read {@link
 * org.medulla.vision.stain.StainNormalisation} first.
 */
@NullMarked
package org.medulla.vision.stain;

import org.jspecify.annotations.NullMarked;
