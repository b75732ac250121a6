package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.training.Length;

/**
 * What a person asks for when studying how well networks carry over from one laboratory to another.
 *
 * @param train the name of one laboratory's dataset version
 * @param test the name of the other's; each is trained on and tested on in its turn
 * @param initial the weights to start from
 * @param size the side of the input in pixels, where it is not the architecture's usual one
 * @param length how long to train, where it is not the usual time; minutes are measured on the standard, and the other variants
 *     take as many steps
 * @param seed of everything random
 * @param variants the standard first, none twice
 */
public record GeneraliseRequest(
        String train,
        String test,
        Architecture architecture,
        Optional<Path> initial,
        Optional<Integer> size,
        Optional<Length> length,
        long seed,
        List<Variant> variants) {
    public GeneraliseRequest {
        variants = List.copyOf(variants);
        if (variants.isEmpty()
                || variants.getFirst() != Variant.Trained.STANDARD
                || variants.stream().distinct().count() != variants.size()) {
            throw new IllegalArgumentException("The standard comes first, and no variant twice: " + variants);
        }
    }
}
