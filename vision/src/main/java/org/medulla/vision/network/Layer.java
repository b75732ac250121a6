package org.medulla.vision.network;

import java.util.List;

/**
 * One step of a network. Its name is unique in the network; its parameters are called {@code <name>.weight} and so on;
 * {@code input} names the layer whose output it takes, {@link Network#INPUT} being the batch of images.
 */
public sealed interface Layer {
    /** The unique name. */
    String name();

    /** The layers whose output it takes, in order. */
    List<String> inputs();

    /**
     * A square two-dimensional convolution. Parameters: {@code weight} [outChannels, inChannels / groups, kernel, kernel] and,
     * with {@code bias}, {@code bias} [outChannels].
     *
     * @param paddingBefore zero rows and columns added above and left
     * @param paddingAfter zero rows and columns added below and right
     */
    record Convolution(
            String name,
            String input,
            int inChannels,
            int outChannels,
            int kernel,
            int stride,
            int paddingBefore,
            int paddingAfter,
            int groups,
            boolean bias)
            implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /**
     * Batch normalisation over channels. Parameters: {@code weight}, {@code bias}, and the running statistics
     * {@code running_mean}, {@code running_var}, each [channels].
     */
    record BatchNormalisation(String name, String input, int channels, double epsilon) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** max(0, x), cut at {@code ceiling} (6 for MobileNet, infinity otherwise). */
    record Rectifier(String name, String input, double ceiling) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** The sum of two layers of the same shape. */
    record Sum(String name, String left, String right) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(left, right);
        }
    }

    /** The maximum over a square window, padded alike on all sides. */
    record MaxPooling(String name, String input, int kernel, int stride, int padding) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** The mean over a square window without padding. */
    record AveragePooling(String name, String input, int kernel, int stride) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** The mean over all positions: [batch, channels, height, width] becomes [batch, channels]. */
    record GlobalAveragePooling(String name, String input) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Sets a share {@code rate} of the values to zero while training and scales the rest; the identity afterwards. */
    record Dropout(String name, String input, double rate) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** A fully connected layer on [batch, inputs]. Parameters: {@code weight} [outputs, inputs], {@code bias} [outputs]. */
    record Linear(String name, String input, int inputSize, int outputSize) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }
}
