package org.medulla.cytology.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.Estimate;

/**
 * The figures of paired cells with their intervals. Where all agree, no resample can show anything else; the interval then ends
 * where as large a share of disagreeing cells would put the figure as Wilson's interval leaves possible.
 */
final class AgreementFigures {
    private static final int AGREEMENT = 0;
    private static final int KAPPA = 1;
    private static final int WEIGHTED_KAPPA = 2;
    private static final int GENERAL = 3;

    private final PairedCells cells;
    private final double[][] nominal;
    private final double[][] weights;
    private final JointShares all;
    private final List<Optional<Estimate>> estimates;

    AgreementFigures(PairedCells cells, Disagreement disagreement, Bootstrap bootstrap) {
        this.cells = cells;
        nominal = table(cells.classes(), Disagreement.nominal());
        weights = table(cells.classes(), disagreement);
        int[] once = new int[cells.size()];
        Arrays.fill(once, 1);
        all = cells.shares(once);
        estimates = bootstrap.estimates(cells.size(), times -> figures(cells.shares(times)));
    }

    Estimate agreement() {
        return estimates
                .get(AGREEMENT)
                .map(found -> widenedShare(found, cells.size()))
                .orElseThrow();
    }

    Optional<Estimate> kappa() {
        return estimates.get(KAPPA).map(found -> widened(found, all.expected(nominal)));
    }

    Optional<Estimate> weightedKappa() {
        return estimates.get(WEIGHTED_KAPPA).map(found -> widened(found, all.expected(weights)));
    }

    Optional<Estimate> agreement(int code) {
        return estimates.get(GENERAL + 2 * code).map(found -> widenedShare(found, cells.cellsWith(code)));
    }

    Optional<Estimate> kappa(int code) {
        return estimates.get(GENERAL + 2 * code + 1).map(found -> widened(found, all.expected(code)));
    }

    private double[] figures(JointShares shares) {
        int classes = cells.classes().size();
        double[] figures = new double[GENERAL + 2 * classes];
        figures[AGREEMENT] = shares.agreement();
        figures[KAPPA] = shares.kappa(nominal);
        figures[WEIGHTED_KAPPA] = shares.kappa(weights);
        for (int code = 0; code < classes; code++) {
            figures[GENERAL + 2 * code] = shares.agreement(code);
            figures[GENERAL + 2 * code + 1] = shares.kappa(code);
        }
        return figures;
    }

    private static Estimate widenedShare(Estimate found, long cells) {
        if (found.low() < found.high()) {
            return found;
        }
        double unseen = Bootstrap.unseen(cells);
        return found.value() == 0
                ? new Estimate(0, 0, unseen)
                : found.value() == 1 ? new Estimate(1, 1 - unseen, 1) : found;
    }

    private Estimate widened(Estimate found, double expected) {
        boolean perfect = found.value() == 1 && found.low() == found.high();
        return perfect ? new Estimate(1, Math.max(-1, 1 - Bootstrap.unseen(cells.size()) / expected), 1) : found;
    }

    private static double[][] table(List<String> classes, Disagreement disagreement) {
        double[][] table = new double[classes.size()][classes.size()];
        for (int left = 0; left < table.length; left++) {
            for (int right = 0; right < table.length; right++) {
                double weight = disagreement.between(classes.get(left), classes.get(right));
                double mirrored = disagreement.between(classes.get(right), classes.get(left));
                boolean sound = weight >= 0 && weight <= 1 && weight == mirrored && (left != right || weight == 0);
                if (!sound) {
                    throw new IllegalArgumentException("A disagreement of " + weight + " between " + classes.get(left)
                            + " and " + classes.get(right) + " is beyond 0 to 1, not 0 for the same, or not symmetric");
                }
                table[left][right] = weight;
            }
        }
        return table;
    }
}
