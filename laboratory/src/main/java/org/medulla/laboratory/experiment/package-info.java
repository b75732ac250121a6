/**
 * Whole studies that can be stopped at any time and go on where they were: ways to name cells compared on one dataset, fold by fold,
 * and networks carried from one laboratory to another. Read {@link org.medulla.laboratory.experiment.PublishedExperiment} or {@link
 * org.medulla.laboratory.experiment.GeneraliseExperiment} first; {@link org.medulla.laboratory.experiment.Method} and {@link
 * org.medulla.laboratory.experiment.Variant} list what can be compared.
 */
@NullMarked
package org.medulla.laboratory.experiment;

import org.jspecify.annotations.NullMarked;
