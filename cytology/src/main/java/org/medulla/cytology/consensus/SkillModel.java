package org.medulla.cytology.consensus;

import java.util.Arrays;
import java.util.List;

/**
 * The model of Dawid and Skene 1979 and its estimation by expectation and maximisation. Cells, readers and classes go by numbers; a
 * reader may have several votes for a cell. Not safe for use by several threads.
 */
final class SkillModel {
    private static final double RIGHT_OF_SMOOTHING = 0.5;

    private final List<Vote> votes;
    private final int classes;
    private final double smoothing;
    private final double[] prior;
    private final double[][] posterior;
    /** By reader, true class and given class: the chance. */
    private final double[][][] confusion;

    private double logLikelihood;
    private int iterations;
    private boolean converged;

    /** One reading. */
    record Vote(int cell, int reader, int code) {}

    /** Begins with each cell's shares of the votes, as published. */
    SkillModel(int cells, int readers, int classes, List<Vote> votes, double smoothing) {
        this.votes = List.copyOf(votes);
        this.classes = classes;
        this.smoothing = smoothing;
        prior = new double[classes];
        posterior = new double[cells][classes];
        confusion = new double[readers][classes][classes];
        votes.forEach(vote -> posterior[vote.cell()][vote.code()]++);
        for (double[] shares : posterior) {
            normalise(shares);
        }
    }

    /** Takes turns until the penalised log-likelihood rises by less than the tolerance, or often enough. */
    void learn(double tolerance, int mostIterations) {
        double before = Double.NEGATIVE_INFINITY;
        while (!converged && iterations < mostIterations) {
            maximise();
            double penalty = penalty();
            expect();
            iterations++;
            converged = logLikelihood + penalty - before < tolerance;
            before = logLikelihood + penalty;
        }
    }

    private void maximise() {
        Arrays.fill(prior, 0);
        for (double[] shares : posterior) {
            for (int code = 0; code < classes; code++) {
                prior[code] += shares[code] / posterior.length;
            }
        }
        for (double[][] rows : confusion) {
            for (int truth = 0; truth < classes; truth++) {
                for (int said = 0; said < classes; said++) {
                    rows[truth][said] = added(truth, said);
                }
            }
        }
        for (Vote vote : votes) {
            for (int truth = 0; truth < classes; truth++) {
                confusion[vote.reader()][truth][vote.code()] += posterior[vote.cell()][truth];
            }
        }
        for (double[][] rows : confusion) {
            for (double[] row : rows) {
                normalise(row);
            }
        }
    }

    private void expect() {
        for (double[] sums : posterior) {
            Arrays.setAll(sums, code -> Math.log(prior[code]));
        }
        double[][][] logs = logarithms();
        for (Vote vote : votes) {
            for (int truth = 0; truth < classes; truth++) {
                posterior[vote.cell()][truth] += logs[vote.reader()][truth][vote.code()];
            }
        }
        logLikelihood = 0;
        for (double[] sums : posterior) {
            double greatest = Arrays.stream(sums).max().orElseThrow();
            Arrays.setAll(sums, code -> Math.exp(sums[code] - greatest));
            logLikelihood += greatest + Math.log(Arrays.stream(sums).sum());
            normalise(sums);
        }
    }

    private double[][][] logarithms() {
        return Arrays.stream(confusion)
                .map(rows -> Arrays.stream(rows)
                        .map(row -> Arrays.stream(row).map(Math::log).toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /** The logarithm of the probability of the added readings. */
    private double penalty() {
        double sum = 0;
        for (double[][] rows : confusion) {
            for (int truth = 0; truth < classes; truth++) {
                for (int said = 0; said < classes; said++) {
                    double added = added(truth, said);
                    sum += added == 0 ? 0 : added * Math.log(rows[truth][said]);
                }
            }
        }
        return sum;
    }

    private double added(int truth, int said) {
        if (classes == 1) {
            return smoothing;
        }
        return truth == said ? smoothing * RIGHT_OF_SMOOTHING : smoothing * (1 - RIGHT_OF_SMOOTHING) / (classes - 1);
    }

    /** Brings the sum to 1; what has no sum becomes even. */
    private static void normalise(double[] values) {
        double sum = Arrays.stream(values).sum();
        Arrays.setAll(values, index -> sum > 0 ? values[index] / sum : 1.0 / values.length);
    }

    /** The likeliest class of a cell; of equal ones, the first. */
    int likeliest(int cell) {
        int best = 0;
        for (int code = 1; code < classes; code++) {
            if (posterior[cell][code] > posterior[cell][best]) {
                best = code;
            }
        }
        return best;
    }

    double posterior(int cell, int code) {
        return posterior[cell][code];
    }

    double prior(int code) {
        return prior[code];
    }

    /** The chance that a reader gives a class to a cell of a true class. */
    double chance(int reader, int truth, int said) {
        return confusion[reader][truth][said];
    }

    /** How many of a reader's votes are for cells of a class, as far as the model knows their class. */
    double votesOn(int reader, int truth) {
        return votes.stream()
                .filter(vote -> vote.reader() == reader)
                .mapToDouble(vote -> posterior[vote.cell()][truth])
                .sum();
    }

    double logLikelihood() {
        return logLikelihood;
    }

    int iterations() {
        return iterations;
    }

    boolean converged() {
        return converged;
    }
}
