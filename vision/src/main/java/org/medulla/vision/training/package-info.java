/**
 * How a network learns: the order of the pictures, the steps, the checkpoints, and what comes out. Read {@link
 * org.medulla.vision.training.Trainer} first, then {@link org.medulla.vision.training.TrainingPlan}.
 */
@NullMarked
package org.medulla.vision.training;

import org.jspecify.annotations.NullMarked;
