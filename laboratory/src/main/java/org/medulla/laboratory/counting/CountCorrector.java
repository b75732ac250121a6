package org.medulla.laboratory.counting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medulla.cytology.differential.Correction;
import org.medulla.cytology.differential.ShiftTrial;
import org.medulla.cytology.differential.ValidationCounts;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.Provenance;

/**
 * Takes a model's known confusions out of its count, where enough is known of them.
 *
 * <p>Assumed is that the cells of the smear look like those of the validation part: same stain, same scanner, same way of
 * choosing them. The validation part also chose the weights and the temperature, so the model errs a little more often on new
 * cells than the correction knows.
 *
 * <p>The prior shift further assumes that the probabilities are calibrated for the mix of classes shown in training, which is
 * nearly equal ({@link Provenance#trainingPriors()}); label smoothing and a temperature fitted to another mix make that true
 * only roughly. A class that was not learned from has no prior. With one, and for a model that failed its {@link ShiftTrial},
 * only the adjusted count is made.
 *
 * <p>No correction is made unless half of the classes have {@value #ENOUGH_CELLS} validation cells each. On simulated smears
 * of 500 cells, with validation parts as uneven as published collections, the adjusted count came nearer to the truth than the
 * raw one for 97 % of the smears when the middle class had 15 validation cells, for 89 % with 6 and for 81 % with 3.
 */
public final class CountCorrector {
    private static final int ENOUGH_CELLS = 5;
    private static final int MOST_RESAMPLES = 500;
    private static final int LEAST_RESAMPLES = 100;
    /** Cells times resamples that are computed within seconds. */
    private static final int RESAMPLED_CELLS = 1_000_000;

    private static final long SEED = 1;

    private CountCorrector() {}

    /**
     * Corrects what a model said about the cells of a smear.
     *
     * @param probabilities by cell and class, the classes in the order of the model; at least one cell is named a counted class
     */
    public static CountCorrection correct(ModelDescription model, float[][] probabilities) {
        if (model.validation().pictures() == 0) {
            return new CountCorrection.LeftOut("The model has no validation part, so what it confuses is not known.");
        }
        long[][] counts = model.validation().confusions().stream()
                .map(row -> row.stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
        double[] priors = model.provenance().trainingPriors().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return correct(
                ValidationCounts.of(model.classes(), counts),
                priors,
                model.validation().shiftTrial(),
                probabilities,
                model.nomenclature());
    }

    /** Corrects what a classifier of standard classes with these confusions, training priors and outcome of the trial said. */
    static CountCorrection correct(
            ValidationCounts validation, double[] trainingPriors, Optional<ShiftTrial> trial, float[][] probabilities) {
        return correct(validation, trainingPriors, trial, probabilities, Nomenclature.standard());
    }

    private static CountCorrection correct(
            ValidationCounts validation,
            double[] trainingPriors,
            Optional<ShiftTrial> trial,
            float[][] probabilities,
            Nomenclature nomenclature) {
        List<String> classes = validation.classes();
        long cells = 0;
        int known = 0;
        for (int truth = 0; truth < classes.size(); truth++) {
            cells += validation.support(truth);
            known += validation.support(truth) >= ENOUGH_CELLS ? 1 : 0;
        }
        if (2 * known < classes.size()) {
            return new CountCorrection.LeftOut(
                    "Only %d of the model's %d classes have %d validation cells or more, too few to correct by."
                            .formatted(known, classes.size(), ENOUGH_CELLS));
        }
        int resamples =
                Math.clamp(RESAMPLED_CELLS / Math.max(1, probabilities.length), LEAST_RESAMPLES, MOST_RESAMPLES);
        Correction correction = new Correction(validation, nomenclature, resamples, SEED);
        Optional<String> withoutShift = withoutShift(trial);
        return new CountCorrection.Made(
                withoutShift.isEmpty()
                        ? correction.correct(probabilities, trainingPriors)
                        : correction.correct(named(classes, probabilities)),
                cells,
                withoutShift);
    }

    private static Optional<String> withoutShift(Optional<ShiftTrial> trial) {
        if (trial.isEmpty()) {
            return Optional.of("No prior shift: there are classes of which the model learned from no cell.");
        }
        if (!trial.get().passed()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "No prior shift: on the validation cells its shares were off by %.1f points, the raw ones by %.1f.",
                    100 * trial.get().shiftedError(),
                    100 * trial.get().rawError()));
        }
        return Optional.empty();
    }

    private static Map<String, Long> named(List<String> classes, float[][] probabilities) {
        Map<String, Long> named = new TreeMap<>();
        for (float[] row : probabilities) {
            int best = 0;
            for (int i = 1; i < row.length; i++) {
                best = row[i] > row[best] ? i : best;
            }
            named.merge(classes.get(best), 1L, Long::sum);
        }
        return named;
    }
}
