package org.medulla.vision.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.vision.familiarity.KnownSource;

/**
 * What the source of a picture alone says about its class. Added to the logits while learning, the logarithm of the share of each
 * class's pictures that come from a source explains away which laboratory delivers which class (logit adjustment: Menon et al.,
 * ICLR 2021, arXiv 2007.07314). Without it, a network that knows basophils from one laboratory only learns that no cell of
 * another one is a basophil: it tells laboratories by their optics, and names none there.
 */
final class SourcePriors {
    /** While learning, a class without a picture from a source is nearly ruled out there, so that nothing has to be learned from it. */
    private static final double LEAST_SHARE = 0.01;

    private final TrainingData data;
    private final List<KnownSource> sources;
    private final List<float[]> learning = new ArrayList<>();
    private final List<float[]> atHome = new ArrayList<>();
    private final float[] nothing;

    /**
     * Counts the pictures that are learned from.
     *
     * @param indices those pictures
     */
    SourcePriors(TrainingData data, List<Integer> indices, int classes) {
        this.data = data;
        this.nothing = new float[classes];
        SortedMap<String, int[]> counts = new TreeMap<>();
        int[] all = new int[classes];
        for (int index : indices) {
            counts.computeIfAbsent(name(data, index), _ -> new int[classes])[data.label(index)]++;
            all[data.label(index)]++;
        }
        List<KnownSource> known = new ArrayList<>();
        counts.forEach((name, own) -> known.add(new KnownSource(name, shares(own, all))));
        this.sources = List.copyOf(known);
        for (KnownSource source : sources) {
            boolean alone = sources.size() == 1;
            learning.add(alone ? nothing : source.logShares(LEAST_SHARE));
            atHome.add(alone ? nothing : source.expectation());
        }
    }

    private static List<Double> shares(int[] own, int[] all) {
        List<Double> shares = new ArrayList<>();
        for (int label = 0; label < own.length; label++) {
            shares.add(all[label] == 0 ? 0 : (double) own[label] / all[label]);
        }
        return shares;
    }

    private static String name(TrainingData data, int index) {
        return data.source(index).orElse("");
    }

    /** All sources, by name. */
    List<KnownSource> sources() {
        return sources;
    }

    /** The place of a picture's source among {@link #sources}; -1 where nothing was learned from it. */
    int place(int index) {
        String name = name(data, index);
        for (int place = 0; place < sources.size(); place++) {
            if (sources.get(place).name().equals(name)) {
                return place;
            }
        }
        return -1;
    }

    /** What is added to the logits of a picture while learning from it, by class. */
    float[] learning(int index) {
        int place = place(index);
        return place < 0 ? nothing : learning.get(place);
    }

    /** What is added to the logits of a picture when its class is asked for, by class. */
    float[] atHome(int index) {
        int place = place(index);
        return place < 0 ? nothing : atHome.get(place);
    }
}
