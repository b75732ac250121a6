package org.medulla.vision.familiarity;

import java.util.ArrayList;
import java.util.List;

/**
 * Which laboratories a model learned from, and which of them its centres of {@link Novelty} belong to: the nearest centre to a cell
 * tells where it comes from.
 *
 * @param sources the laboratories or collections
 * @param ofCentres the place of the source of each centre
 */
public record Origins(List<KnownSource> sources, List<Integer> ofCentres) {
    /** Nothing known; or a single source, which tells nothing. */
    public static final Origins NONE = new Origins(List.of(), List.of());

    public Origins {
        sources = List.copyOf(sources);
        ofCentres = List.copyOf(ofCentres);
        int count = sources.size();
        if (ofCentres.stream().anyMatch(source -> source < 0 || source >= count)) {
            throw new IllegalArgumentException("Of " + count + " sources there is none of each of " + ofCentres);
        }
    }

    /** What is added to the logits of a cell whose nearest centre is given, by class; empty where nothing is known. */
    List<float[]> expectations() {
        List<float[]> bySource = sources.stream().map(KnownSource::expectation).toList();
        List<float[]> byCentre = new ArrayList<>();
        ofCentres.forEach(source -> byCentre.add(bySource.get(source)));
        return byCentre;
    }
}
