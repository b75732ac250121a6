/**
 * Readers naming the same cells: which cells they are asked for, the sheets they fill in, and what follows from their readings.
 * Read {@link org.medulla.laboratory.reading.SessionDesign} first.
 */
@NullMarked
package org.medulla.laboratory.reading;

import org.jspecify.annotations.NullMarked;
