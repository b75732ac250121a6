/**
 * Brings the pictures of cells back out of the archive, decoded, for whatever looks at them. Read
 * {@link org.medulla.laboratory.picture.CellPicture} first.
 */
@NullMarked
package org.medulla.laboratory.picture;

import org.jspecify.annotations.NullMarked;
