package org.medulla.cytology.suspect;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.medulla.cytology.evaluation.Scores;

/**
 * The cells whose given class a classifier contradicts, the most suspect first, and how many of each class probably are wrong (confident
 * learning; Northcutt C, Jiang L, Chuang I, J Artif Intell Res 2021;70:1373-1411). What a weak classifier mistakes counts as wrong here
 * too, so that the rates of noise are rather too high: they tell classes apart, and the order tells where to look first.
 *
 * @param ranking by which they are ordered
 * @param ranked by falling score; of equal ones those first of whose suggested class the classifier is surer
 * @param classes each class that is not sparse, in the order of the classifier's
 * @param judged how many cells can be judged
 * @param unjudged how many cannot, because they were given a class that is sparse (fewer than {@value GivenScores#FEWEST_CELLS} cells) or
 *     that the classifier cannot name; these are never suspects
 */
public record Suspects(
        SuspectRanking ranking, List<Suspect> ranked, List<ClassNoise> classes, long judged, long unjudged) {
    public Suspects {
        ranked = List.copyOf(ranked);
        classes = List.copyOf(classes);
    }

    /** As {@link #of(Scores, SuspectRanking)} with the standard ranking. */
    public static Suspects of(Scores scores) {
        return of(scores, SuspectRanking.standard());
    }

    /**
     * Finds the suspects.
     *
     * @param scores given classes, and probabilities by a classifier that did not learn from the cell: those of the held-out cells of each
     *     fold. A class that was missing in a fold has the probability 0 there
     */
    public static Suspects of(Scores scores, SuspectRanking ranking) {
        GivenScores given = new GivenScores(scores);
        ConfidentJoint joint = new ConfidentJoint(given);
        IntToDoubleFunction score = ranking.score(given, joint);
        List<Suspect> ranked = scores.classes().size() < 2
                ? List.of()
                : given.judged()
                        .filter(cell -> given.probability(cell, given.likeliestOther(cell)) > given.ofGiven(cell))
                        .mapToObj(cell -> new Suspect(
                                cell,
                                scores.truth(cell),
                                scores.classes().get(given.likeliestOther(cell)),
                                score.applyAsDouble(cell)))
                        .sorted(Comparator.comparingDouble(Suspect::score)
                                .thenComparingDouble(suspect -> scores.confidence(suspect.index()))
                                .reversed()
                                .thenComparingInt(Suspect::index))
                        .toList();
        long judged = given.judged().count();
        return new Suspects(ranking, ranked, joint.noise(), judged, scores.size() - judged);
    }

    /** The share of all judged cells that probably belong to another class; empty where the classifier is confident of none. */
    public OptionalDouble noiseRate() {
        double known = 0;
        double wrong = 0;
        for (ClassNoise noise : classes) {
            if (noise.noiseRate().isPresent()) {
                known += noise.cells();
                wrong += noise.cells() * noise.noiseRate().getAsDouble();
            }
        }
        return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(wrong / known);
    }
}
