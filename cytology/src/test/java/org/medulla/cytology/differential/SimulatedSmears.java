package org.medulla.cytology.differential;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.medulla.cytology.nomenclature.Nomenclature;

/** Many smears of one patient, counted by one classifier and corrected: what the errors of each way of counting are. */
record SimulatedSmears(Errors raw, Errors adjusted, Errors priorShifted) {
    /**
     * The errors of one way of counting.
     *
     * @param bias mean over classes of the absolute mean error
     * @param error mean absolute error over classes and smears
     * @param covered part of the intervals that hold the true share
     */
    record Errors(double bias, double error, double covered) {}

    private static final int CELLS = 500;
    private static final List<String> CODES = Nomenclature.standard().codes();
    private static final List<String> COMMON = List.of("NGS", "EBO", "LYT", "ART", "NGB", "BLA");
    private static final List<String> RARE = List.of("FGC", "ABE", "LYI", "KSC", "HAC", "OTH");

    /** Validation cells as uneven as those of the published collection: from a handful to thousands. */
    static int[] validationCells() {
        return CODES.stream()
                .mapToInt(code -> COMMON.contains(code) ? 2000 : RARE.contains(code) ? 8 : 300)
                .toArray();
    }

    /** A patient's true shares: common classes are common, and all vary. */
    private static double[] patient(SplittableRandom random) {
        double[] parameters = CODES.stream()
                .mapToDouble(code -> COMMON.contains(code) ? 1.2 : RARE.contains(code) ? 0.02 : 0.25)
                .toArray();
        return Draws.dirichlet(parameters, random);
    }

    static SimulatedSmears of(int smears, int resamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SimulatedClassifier classifier = new SimulatedClassifier(random);
        Correction correction = new Correction(
                classifier.validate(validationCells(), random), Nomenclature.standard(), resamples, seed);
        double[] shares = patient(random);
        double counted = IntStream.range(0, shares.length)
                .filter(i -> Nomenclature.standard().of(CODES.get(i)).counted())
                .mapToDouble(i -> shares[i])
                .sum();
        double[][] sums = new double[3][shares.length];
        double[] error = new double[3];
        double[] covered = new double[3];
        for (int smear = 0; smear < smears; smear++) {
            CorrectedCount count =
                    correction.correct(classifier.smear(CELLS, shares, random), classifier.trainingPriors());
            for (CorrectedShare corrected : count.classes()) {
                int index = CODES.indexOf(corrected.cellClass().code());
                double truth = shares[index] / counted;
                List<Share> ways = List.of(
                        corrected.raw(),
                        corrected.adjusted().orElseThrow().share(),
                        corrected.priorShifted().orElseThrow().share());
                for (int way = 0; way < 3; way++) {
                    double part = 1.0 / (smears * count.classes().size());
                    Share share = ways.get(way);
                    sums[way][index] += (share.value() - truth) * part;
                    error[way] += Math.abs(share.value() - truth) * part;
                    covered[way] += share.low() <= truth && truth <= share.high() ? part : 0;
                }
            }
        }
        List<Errors> errors = IntStream.range(0, 3)
                .mapToObj(way ->
                        new Errors(Arrays.stream(sums[way]).map(Math::abs).sum(), error[way], covered[way]))
                .toList();
        return new SimulatedSmears(errors.get(0), errors.get(1), errors.get(2));
    }
}
