package org.medulla.vision.training;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/**
 * A network that has learned.
 *
 * @param plan what it was trained with; its preprocessing and classes belong to the network
 * @param parameters the averaged weights of the best evaluation, in the order of {@link Network#parameterShapes()}
 * @param temperature what logits, averaged over the views, are divided by before the softmax
 * @param best the evaluation that chose the weights
 * @param bestStep when that was
 * @param learnedPictures how many pictures were learned from
 * @param validationPictures how many chose the weights and the temperature
 * @param log what was measured on the way
 * @param time how long it took, interruptions left out
 */
public record TrainedNetwork(
        TrainingPlan plan,
        Network network,
        Map<String, Tensor> parameters,
        double temperature,
        ValidationResult best,
        long bestStep,
        int learnedPictures,
        int validationPictures,
        TrainingLog log,
        Duration time) {
    public TrainedNetwork {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
