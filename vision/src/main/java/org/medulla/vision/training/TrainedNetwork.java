package org.medulla.vision.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.differential.ShiftTrial;
import org.medulla.vision.familiarity.Familiarity;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/**
 * A network that has learned.
 *
 * @param plan what it was trained with; its preprocessing and classes belong to the network
 * @param parameters the averaged weights of the best evaluation, kernels rounded to 16-bit floats, in the order of
 *     {@link Network#parameterShapes()}
 * @param temperature what logits, averaged over the views, are divided by before the softmax
 * @param confusions the pictures of the validation part by their class and then by the class that the kept weights give them,
 *     averaged over the views; classes in the order of the plan
 * @param trainingPriors the share of each class among the pictures shown in training, in the order of the plan; they sum to 1
 *     and are 0 for a class of which no picture was learned from
 * @param shiftTrial how a count of the validation part does raw and after the prior shift; none where a prior is 0
 * @param familiarity what the kept weights give for cells that they know; none with too few pictures to tell
 * @param best the evaluation that chose the weights
 * @param bestStep when that was
 * @param learnedPictures how many pictures were learned from
 * @param validationPictures how many chose the weights and the temperature
 * @param log what was measured on the way
 * @param cost what it took
 */
public record TrainedNetwork(
        TrainingPlan plan,
        Network network,
        Map<String, Tensor> parameters,
        double temperature,
        List<List<Long>> confusions,
        List<Double> trainingPriors,
        Optional<ShiftTrial> shiftTrial,
        Optional<Familiarity> familiarity,
        ValidationResult best,
        long bestStep,
        int learnedPictures,
        int validationPictures,
        TrainingLog log,
        TrainingCost cost) {
    public TrainedNetwork {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        confusions = confusions.stream().map(List::copyOf).toList();
        trainingPriors = List.copyOf(trainingPriors);
    }
}
