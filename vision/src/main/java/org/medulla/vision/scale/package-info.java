/**
 * How large a cell's picture is on the smear, read from the picture itself: from the red cells that lie around, else from the
 * nucleus in the middle. Read {@link org.medulla.vision.scale.ScaleEvidence} first.
 */
@NullMarked
package org.medulla.vision.scale;

import org.jspecify.annotations.NullMarked;
