package org.medulla.laboratory.training;

import java.nio.file.Path;

/**
 * What a training run came to.
 *
 * @param name the model's name in the archive
 * @param file the model in the run's folder
 * @param runFolder where the run's log and curves are
 * @param balancedAccuracy on the validation part, which chose the weights and so flatters the model
 */
public record TrainedModel(String name, Path file, Path runFolder, double balancedAccuracy) {}
