/**
 * Finds pictures that show the same cell once more: re-encoded, scaled, turned, shifted a little. Read
 * {@link org.medulla.laboratory.duplicate.NearDuplicates} first.
 */
@NullMarked
package org.medulla.laboratory.duplicate;

import org.jspecify.annotations.NullMarked;
