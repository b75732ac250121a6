/**
 * Trains a network on a frozen and split dataset, in a folder of its own that survives a kill, and registers the model. Read
 * {@link org.medulla.laboratory.training.TrainingRuns} first.
 */
@NullMarked
package org.medulla.laboratory.training;

import org.jspecify.annotations.NullMarked;
