/** Asking models about the cells of an archive and keeping what they say. Read {@link org.medulla.laboratory.prediction.CellPredictor} first. */
@NullMarked
package org.medulla.laboratory.prediction;

import org.jspecify.annotations.NullMarked;
