package org.medulla.cytology.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * Takes a classifier's known confusions out of its count of a smear.
 *
 * <p>A raw count of a classifier's names is biased: common classes lend cells to rare ones. Two corrections are computed,
 * which fail in different ways, so that a report can show both:
 *
 * <ul>
 *   <li>the adjusted count needs the names only, and trusts the validation confusions (see {@link ValidationCounts});
 *   <li>the EM prior shift needs the probabilities, and trusts their calibration for the training priors. A network trained on
 *       class-balanced batches has equal priors, whatever the sizes of its classes were.
 * </ul>
 *
 * <p>Intervals come from drawing the data anew: the smear's cells with replacement and, for the adjusted count, each row of
 * the validation confusions from its Dirichlet distribution. The prior shift makes no use of the validation cells, so that
 * its interval does not include doubts about calibration.
 *
 * @param validation the classifier's confusions on cells that it was not trained on
 * @param nomenclature says which classes are counted
 * @param resamples how often the data are drawn anew, at least 1; 500 settle the ends of a 95 % interval well enough
 * @param seed of the random draws; the same seed gives the same answer
 */
public record Correction(ValidationCounts validation, Nomenclature nomenclature, int resamples, long seed) {
    private static final int RESAMPLES = 500;
    private static final double PRECISION = 1e-6;
    private static final double RESAMPLED_PRECISION = 1e-5;
    private static final double PRIOR_TOLERANCE = 1e-3;

    public Correction {
        validation.classes().forEach(nomenclature::of);
        if (resamples < 1) {
            throw MedullaException.user("A correction needs at least one resample, but got %d.".formatted(resamples));
        }
    }

    /** The correction with 500 resamples. */
    public static Correction of(ValidationCounts validation, Nomenclature nomenclature, long seed) {
        return new Correction(validation, nomenclature, RESAMPLES, seed);
    }

    /**
     * Corrects a count of names by the adjusted count.
     *
     * @param named cells by the class code that the classifier gave them
     * @throws MedullaException when a code is not a class of the classifier or no cell was given a counted class
     */
    public CorrectedCount correct(Map<String, Long> named) {
        return corrected(named, Optional.empty());
    }

    /**
     * Corrects a count by the adjusted count and by the EM prior shift.
     *
     * @param probabilities by cell and class, the classes in the order of the validation counts, each row summing to 1;
     *     the likeliest class of a cell is its name
     * @param trainingPriors shares of the classes that the network saw in training, all positive, summing to 1
     * @throws MedullaException when the shapes do not fit or no cell was given a counted class
     */
    public CorrectedCount correct(float[][] probabilities, double[] trainingPriors) {
        int size = validation.classes().size();
        if (Arrays.stream(probabilities).anyMatch(row -> row.length != size) || trainingPriors.length != size) {
            throw MedullaException.data(
                    "Every cell needs %d probabilities and there must be %d training priors, as many as validation classes; give those of this classifier."
                            .formatted(size, size));
        }
        if (Arrays.stream(trainingPriors).anyMatch(prior -> !(prior > 0))
                || Math.abs(Arrays.stream(trainingPriors).sum() - 1) > PRIOR_TOLERANCE) {
            throw MedullaException.data(
                    "The training priors must be positive and sum to 1, but are %s; a network trained on balanced classes has 1/%d for each."
                            .formatted(Arrays.toString(trainingPriors), size));
        }
        Map<String, Long> named = new LinkedHashMap<>();
        for (float[] row : probabilities) {
            named.merge(validation.classes().get(likeliest(row)), 1L, Long::sum);
        }
        return corrected(named, Optional.of(priorShifted(probabilities, trainingPriors)));
    }

    private CorrectedCount corrected(Map<String, Long> named, Optional<Shares> priorShifted) {
        named.keySet().stream()
                .filter(code -> !validation.classes().contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw MedullaException.data(
                            "Cells are named %s, which the validation counts do not know; use those of this classifier."
                                    .formatted(code));
                });
        Differential raw = Differential.of(named, nomenclature);
        Shares adjusted = adjusted(named);
        List<CorrectedShare> classes = raw.classes().stream()
                .filter(count -> validation.classes().contains(count.cellClass().code()))
                .map(count -> {
                    int index = validation.classes().indexOf(count.cellClass().code());
                    return new CorrectedShare(
                            count.cellClass(),
                            count.cells(),
                            count.share(),
                            adjusted.of(index, raw.counted()),
                            priorShifted.flatMap(shares -> shares.of(index, raw.counted())));
                })
                .toList();
        return new CorrectedCount(raw.cells(), raw.counted(), classes);
    }

    private Shares adjusted(Map<String, Long> named) {
        int size = validation.classes().size();
        double[] shares = new double[size];
        long cells = named.values().stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < size; i++) {
            shares[i] = (double) named.getOrDefault(validation.classes().get(i), 0L) / cells;
        }
        ConfusionRates rates = ConfusionRates.of(validation);
        double[] value = AdjustedCount.solve(rates.mean(), shares, shares);
        return shares(value, random -> {
            int[] drawn = Draws.multinomial(Math.toIntExact(cells), shares, random);
            double[] drawnShares =
                    Arrays.stream(drawn).mapToDouble(n -> (double) n / cells).toArray();
            return AdjustedCount.solve(rates.draw(random), drawnShares, value);
        });
    }

    private Shares priorShifted(float[][] probabilities, double[] priors) {
        PriorShift shift = new PriorShift(probabilities, priors);
        int[] once = new int[probabilities.length];
        Arrays.fill(once, 1);
        double[] value = shift.solve(once, priors, PRECISION);
        double[] start = new double[priors.length];
        Arrays.setAll(start, t -> 0.9 * value[t] + 0.1 * priors[t]);
        return shares(
                value,
                random -> shift.solve(Draws.withReplacement(probabilities.length, random), start, RESAMPLED_PRECISION));
    }

    private Shares shares(double[] value, Function<RandomGenerator, double[]> draw) {
        boolean[] counted = new boolean[value.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = nomenclature.of(validation.classes().get(i)).counted();
        }
        RandomGenerator random = new SplittableRandom(seed);
        List<double[]> draws = new ArrayList<>();
        for (int resample = 0; resample < resamples; resample++) {
            Shares.ofCounted(draw.apply(random), counted).ifPresent(draws::add);
        }
        return new Shares(Shares.ofCounted(value, counted), draws);
    }

    private static int likeliest(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    /** Shares among the counted classes: as computed, and as computed from every resample. */
    private record Shares(Optional<double[]> value, List<double[]> draws) {
        /** Shares among the counted classes only, or none where these have nothing. */
        static Optional<double[]> ofCounted(double[] shares, boolean[] counted) {
            double[] kept = new double[shares.length];
            double sum = 0;
            for (int i = 0; i < kept.length; i++) {
                kept[i] = counted[i] ? shares[i] : 0;
                sum += kept[i];
            }
            if (sum < 1e-9) {
                return Optional.empty();
            }
            for (int i = 0; i < kept.length; i++) {
                kept[i] = Math.min(1, kept[i] / sum);
            }
            return Optional.of(kept);
        }

        Optional<ResampledShare> of(int index, long cells) {
            double[] ofClass = draws.stream().mapToDouble(draw -> draw[index]).toArray();
            return ofClass.length == 0
                    ? Optional.empty()
                    : value.map(shares -> ResampledShare.of(shares[index], ofClass, cells));
        }
    }
}
