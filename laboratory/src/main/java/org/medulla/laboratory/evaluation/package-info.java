/**
 * Evaluates a model on cells of known class that took no part in its training. Read {@link
 * org.medulla.laboratory.evaluation.ModelEvaluator} first.
 */
@NullMarked
package org.medulla.laboratory.evaluation;

import org.jspecify.annotations.NullMarked;
