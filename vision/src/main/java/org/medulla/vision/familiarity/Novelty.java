package org.medulla.vision.familiarity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.medulla.vision.network.Tensor;

/**
 * Where the cells lie that a network learned from: the middle of each class and the directions in which cells of one class differ,
 * in the space of embeddings scaled to length 1. Beside the directions cells are taken to differ alike in all others, which is
 * probabilistic principal component analysis (Tipping ME, Bishop CM, J R Stat Soc B 1999, doi 10.1111/1467-9868.00196).
 *
 * @param centres [classes, channels] the mean embedding of each class of which a cell was learned from
 * @param axes [directions, channels] orthogonal, of length 1, the direction of the greatest variance first
 * @param variances [directions + 1] the variance along each direction, and last that along any other; all above 0
 */
public record Novelty(Tensor centres, Tensor axes, Tensor variances) {
    private static final String CENTRES = "centres";
    private static final String AXES = "axes";
    private static final String VARIANCES = "variances";

    public Novelty {
        List<Integer> shape = centres.shape();
        if (shape.size() != 2
                || shape.getFirst() < 1
                || axes.shape().size() != 2
                || !axes.shape().getLast().equals(shape.getLast())
                || !variances.shape().equals(List.of(axes.shape().getFirst() + 1))) {
            throw new IllegalArgumentException("Centres " + shape + ", axes " + axes.shape() + " and variances "
                    + variances.shape() + " do not fit one another");
        }
        float[] values = variances.toArray();
        if (IntStream.range(0, values.length).anyMatch(i -> !(values[i] > 0) || !Float.isFinite(values[i]))) {
            throw new IllegalArgumentException("A variance is above zero");
        }
    }

    /** How many numbers an embedding has. */
    public int channels() {
        return centres.shape().getLast();
    }

    /** All its numbers by name, as {@link #of} takes them. */
    public Map<String, Tensor> tensors() {
        return Map.of(CENTRES, centres, AXES, axes, VARIANCES, variances);
    }

    /**
     * What these tensors hold.
     *
     * @throws IllegalArgumentException where one is missing, unknown or of the wrong shape
     */
    public static Novelty of(Map<String, Tensor> tensors) {
        if (!tensors.keySet().equals(Set.of(CENTRES, AXES, VARIANCES))) {
            throw new IllegalArgumentException("Novelty is not made of " + tensors.keySet());
        }
        return new Novelty(
                Objects.requireNonNull(tensors.get(CENTRES)),
                Objects.requireNonNull(tensors.get(AXES)),
                Objects.requireNonNull(tensors.get(VARIANCES)));
    }
}
