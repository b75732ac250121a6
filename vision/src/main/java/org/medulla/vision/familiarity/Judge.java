package org.medulla.vision.familiarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges answers by the familiarity of a model. Models without it, which older versions of Medulla made, are judged by the
 * probability alone: the oddness is 1 less the highest probability, an answer of {@value #LEAST_PROBABILITY} or more is accepted, and
 * the set is the best class. Safe for use by many threads; one judgement takes some hundredths of a millisecond.
 */
public final class Judge {
    /** The probability from which on a model without familiarity is believed. */
    public static final double LEAST_PROBABILITY = 0.8;

    private static final float[] NOTHING = {};

    private final Optional<Acceptance> acceptance;
    private final Optional<NoveltyMeter> meter;
    private final List<float[]> expectations;

    /** A judge with this familiarity, if any. */
    public Judge(Optional<Familiarity> familiarity) {
        this.acceptance = familiarity.map(Familiarity::acceptance);
        this.meter = familiarity.map(known -> new NoveltyMeter(known.novelty()));
        this.expectations =
                familiarity.map(known -> known.origins().expectations()).orElse(List.of());
    }

    /**
     * Judges one answer.
     *
     * @param probabilities one for each class, calibrated
     * @param embedding averaged over the views
     */
    public Judgement judge(float[] probabilities, float[] embedding) {
        return judge(probabilities, likeness(embedding));
    }

    /** Judges one answer by a likeness of this judge. */
    public Judgement judge(float[] probabilities, Likeness likeness) {
        if (acceptance.isEmpty()) {
            return byProbability(probabilities);
        }
        Acceptance known = acceptance.get();
        double oddness = known.oddness(Acceptance.doubt(probabilities), likeness.distance);
        List<Float> list = new ArrayList<>(probabilities.length);
        for (float probability : probabilities) {
            list.add(probability);
        }
        return new Judgement(
                oddness, known.limit().accepts(oddness), known.sets().set(list));
    }

    /**
     * How strange the laboratory is that some pictures come from: by how much their embeddings are all shifted away from the centres
     * nearest to them, as a ratio of variances. One cell differs from the next in any laboratory, but another stain or another
     * scanner shifts them all the same way. About 1 for pictures of the laboratories that were learned from, up to 5 if they are all of
     * one class.
     *
     * @return none for a model without familiarity, and for fewer than two pictures
     */
    public OptionalDouble strangeness(List<float[]> embeddings) {
        return meter.isEmpty() || embeddings.size() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Shift.ratio(embeddings.stream()
                        .map(embedding -> meter.get().look(embedding).steps)
                        .toList()));
    }

    /**
     * What is added to the logits of a picture that comes from one of the laboratories that were learned from, as its likeness
     * tells: the classes that never came from there are held to be less likely. By class; empty for a model that knows no more than
     * one.
     */
    public float[] expectation(Likeness likeness) {
        return expectations.isEmpty()
                ? NOTHING
                : expectations.get(likeness.nearest).clone();
    }

    /** How like the cells that were learned from an embedding is. */
    public Likeness likeness(float[] embedding) {
        return meter.map(known -> known.look(embedding)).orElse(Likeness.UNKNOWN);
    }

    /** The judgement on an answer of a model without familiarity. */
    public static Judgement byProbability(float[] probabilities) {
        int best = best(probabilities);
        return new Judgement(1 - (double) probabilities[best], probabilities[best] >= LEAST_PROBABILITY, List.of(best));
    }

    /** The place of the most probable class; of several, the first. */
    public static int best(float[] probabilities) {
        int best = 0;
        for (int label = 1; label < probabilities.length; label++) {
            best = probabilities[label] > probabilities[best] ? label : best;
        }
        return best;
    }
}
