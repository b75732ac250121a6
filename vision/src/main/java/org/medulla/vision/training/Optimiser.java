package org.medulla.vision.training;

/** The rule by which gradients change the weights. Weight decay spares normalisations and biases. */
public sealed interface Optimiser {
    /** The highest learning rate, reached after the warm-up. */
    double rate();

    /** The share of a weight that is taken off per step, times the learning rate. */
    double weightDecay();

    /** Adam with decoupled weight decay (Loshchilov I, Hutter F, ICLR 2019, arXiv 1711.05101). */
    record AdamW(double rate, double weightDecay, double firstDecay, double secondDecay) implements Optimiser {
        /** The usual decays of the moments: 0.9 and 0.999. */
        public AdamW(double rate, double weightDecay) {
            this(rate, weightDecay, 0.9, 0.999);
        }
    }

    /** Stochastic gradient descent with Nesterov momentum (Sutskever I et al., ICML 2013), weight decay decoupled. */
    record GradientDescent(double rate, double weightDecay, double momentum) implements Optimiser {}
}
