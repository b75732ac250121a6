package org.medulla.vision.feature.classifier;

import java.util.Locale;
import org.medulla.cytology.job.Progress;

/**
 * The making of a support vector machine: cost and width of the kernel by inner cross-validation on a drawing of the cells, then
 * the sharpening of its probabilities from held-out decision values, then the machines on all cells. libsvm's own probabilities
 * are not used: they draw from a global source of chance, and know no balance of classes.
 */
final class SupportVectorTraining {
    private static final double[] COSTS = {3, 10, 30};
    private static final double[] WIDTHS = {0.15, 0.3, 0.6};
    private static final int CELLS_FOR_SETTINGS = 2_000;

    /** The cost of a wrong cell, and gamma times the number of features. */
    private record Settings(double cost, double width) {}

    private SupportVectorTraining() {}

    static SupportVectorMachine train(TrainingCells cells, long seed, Progress progress) {
        long trainings = ((long) COSTS.length * WIDTHS.length + 1) * InnerFolds.COUNT + 1;
        try (Progress.Stage stage =
                progress.stage("Training the support vector machine", trainings * cells.classes.size())) {
            Settings best = choose(cells.atMost(CELLS_FOR_SETTINGS, seed), seed, stage);
            double[][] values = heldOutValues(cells, best, seed + 1, stage);
            Sharpening sharpening = Sharpening.fit(values, cells.labels, cells.weights());
            MachineSet machines = MachineSet.train(cells, best.cost, best.width, stage);
            String settings = String.format(
                    Locale.ROOT,
                    "C %.3g, gamma %.3g / features, %.0f of %d cells support the border of a class",
                    best.cost,
                    best.width,
                    machines.supportVectors(),
                    cells.size());
            return new SupportVectorMachine(cells, machines, sharpening, settings);
        }
    }

    private static Settings choose(TrainingCells cells, long seed, Progress.Stage stage) {
        Settings best = new Settings(COSTS[0], WIDTHS[0]);
        double highest = -1;
        for (double cost : COSTS) {
            for (double width : WIDTHS) {
                Settings settings = new Settings(cost, width);
                double reached = InnerFolds.balancedAccuracy(cells, heldOutValues(cells, settings, seed, stage));
                if (reached > highest) {
                    highest = reached;
                    best = settings;
                }
            }
        }
        return best;
    }

    /** For each cell the decision values of all classes, from machines that were trained without it. */
    private static double[][] heldOutValues(TrainingCells cells, Settings settings, long seed, Progress.Stage stage) {
        InnerFolds folds = new InnerFolds(cells, seed);
        double[][] values = new double[cells.size()][];
        for (int fold = 0; fold < InnerFolds.COUNT; fold++) {
            TrainingCells outside = cells.subset(folds.outside(fold));
            MachineSet machines = MachineSet.train(outside, settings.cost, settings.width, stage);
            for (int i : folds.inside(fold)) {
                values[i] = machines.values(ClassMachine.nodes(cells.rows[i]));
            }
        }
        return values;
    }
}
