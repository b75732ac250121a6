/**
 * Finds the cells that look most like a given one, by the embeddings that {@code medulla predict} keeps. Read
 * {@link org.medulla.laboratory.similarity.SimilarCells} first.
 */
@NullMarked
package org.medulla.laboratory.similarity;

import org.jspecify.annotations.NullMarked;
