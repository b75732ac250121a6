/**
 * Compares ways to name cells on one dataset, fold by fold, so that the comparison can be stopped at any time and goes on where it
 * was. Read {@link org.medulla.laboratory.experiment.PublishedExperiment} first; {@link
 * org.medulla.laboratory.experiment.Method} lists what can be compared.
 */
@NullMarked
package org.medulla.laboratory.experiment;

import org.jspecify.annotations.NullMarked;
