/**
 * How good a classifier is: its scores on labelled cells become a confusion matrix, figures with 95 % intervals, a
 * reliability curve and a list of its most confident mistakes. Read {@link org.medulla.cytology.evaluation.Evaluation}
 * first; {@link org.medulla.cytology.evaluation.Metric} defines every headline figure.
 */
@NullMarked
package org.medulla.cytology.evaluation;

import org.jspecify.annotations.NullMarked;
