package org.medulla.laboratory.training;

import java.nio.file.Path;
import java.util.Optional;
import org.medulla.vision.training.TrainingCost;
import org.medulla.vision.training.TrainingLog;

/**
 * What a training run came to.
 *
 * @param name the model's name in the archive
 * @param file the model in the run's folder
 * @param runFolder where the run's log and curves are
 * @param log what was measured on the way
 * @param cost what the training took; runs of earlier versions do not tell
 * @param balancedAccuracy on the validation part, which chose the weights and so flatters the model
 */
public record TrainedModel(
        String name,
        Path file,
        Path runFolder,
        TrainingLog log,
        Optional<TrainingCost> cost,
        double balancedAccuracy) {}
