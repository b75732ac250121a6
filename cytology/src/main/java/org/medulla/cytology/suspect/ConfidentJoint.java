package org.medulla.cytology.suspect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many cells of each given class (rows) probably belong to each class (columns). A cell counts where the probability of a class is at
 * least the mean probability of that class among the cells that were given it, and for the likeliest of these classes; then each row is
 * brought to the number of its cells (Northcutt C, Jiang L, Chuang I, J Artif Intell Res 2021;70:1373-1411, section 3.1). Sparse
 * classes have neither row nor column: the mean over a few cells that the classifier hardly knows is so low that it would seem confident
 * of them everywhere.
 */
final class ConfidentJoint {
    private final GivenScores scores;
    private final double[] thresholds;
    private final double[][] joint;

    ConfidentJoint(GivenScores scores) {
        this.scores = scores;
        int classes = scores.classes().size();
        thresholds = new double[classes];
        joint = new double[classes][classes];
        scores.judged().forEach(cell -> thresholds[scores.given(cell)] += scores.ofGiven(cell));
        for (int code = 0; code < classes; code++) {
            thresholds[code] = scores.isSparse(code) ? Double.POSITIVE_INFINITY : thresholds[code] / scores.cells(code);
        }
        scores.judged().forEach(this::count);
        for (int given = 0; given < classes; given++) {
            calibrate(joint[given], scores.cells(given));
        }
    }

    private void count(int cell) {
        int best = -1;
        for (int code = 0; code < thresholds.length; code++) {
            double probability = scores.probability(cell, code);
            boolean confident = probability >= thresholds[code];
            if (confident && (best < 0 || probability > scores.probability(cell, best))) {
                best = code;
            }
        }
        if (best >= 0) {
            joint[scores.given(cell)][best]++;
        }
    }

    private static void calibrate(double[] row, long cells) {
        double sum = 0;
        for (double count : row) {
            sum += count;
        }
        for (int code = 0; code < row.length; code++) {
            row[code] = sum == 0 ? 0 : row[code] / sum * cells;
        }
    }

    /** What it says of each class that is not sparse. */
    List<ClassNoise> noise() {
        List<ClassNoise> noise = new ArrayList<>();
        for (int given = 0; given < joint.length; given++) {
            if (!scores.isSparse(given)) {
                SortedMap<String, Double> probable = new TreeMap<>();
                for (int code = 0; code < joint.length; code++) {
                    if (joint[given][code] > 0) {
                        probable.put(scores.classes().get(code), joint[given][code]);
                    }
                }
                noise.add(
                        new ClassNoise(scores.classes().get(given), scores.cells(given), thresholds[given], probable));
            }
        }
        return noise;
    }

    /**
     * The cells that pruning by noise rate takes out: of each given class, for each other class, as many as probably belong to it, those
     * first whose probability of the other class is farthest above that of the given one (section 3.2, "PBNR").
     */
    BitSet pruned() {
        BitSet pruned = new BitSet();
        for (int given = 0; given < joint.length; given++) {
            for (int code = 0; code < joint.length; code++) {
                if (code != given && joint[given][code] > 0) {
                    mostLike(given, code, Math.round(joint[given][code])).forEach(pruned::set);
                }
            }
        }
        return pruned;
    }

    private List<Integer> mostLike(int given, int code, long count) {
        return scores.judged()
                .filter(cell -> scores.given(cell) == given)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> scores.ofGiven(cell) - scores.probability(cell, code)))
                .limit(count)
                .toList();
    }
}
