package org.medulla.vision.explanation;

import java.util.ArrayList;
import java.util.List;
import org.medulla.vision.inference.NetworkSession;
import org.medulla.vision.training.Temperature;

/** The calibrated probability of one class for single views. */
final class ClassProbability {
    private final NetworkSession network;
    private final double temperature;
    private final int place;

    ClassProbability(NetworkSession network, double temperature, int place) {
        this.network = network;
        this.temperature = temperature;
        this.place = place;
    }

    /** The probability for each input [3, size, size], above zero. */
    List<Double> of(List<float[]> inputs) {
        List<Double> probabilities = new ArrayList<>();
        for (float[] logits : network.logits(inputs)) {
            probabilities.add(Math.max(Double.MIN_NORMAL, Temperature.probabilities(logits, temperature)[place]));
        }
        return probabilities;
    }
}
