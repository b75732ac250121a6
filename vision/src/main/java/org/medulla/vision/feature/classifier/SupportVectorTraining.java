package org.medulla.vision.feature.classifier;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.medulla.cytology.job.Progress;

/**
 * The making of a support vector machine: cost and width of the kernel by inner cross-validation on a drawing of the cells, then
 * the sigmoids of the pairs from held-out decision values, then the machine on all cells. libsvm's own sigmoids are not used:
 * they draw from a global source of chance, and weigh classes by their frequency.
 */
final class SupportVectorTraining {
    private static final double[] COSTS = {1, 3, 10, 30};
    private static final double[] WIDTHS = {0.15, 0.3, 0.6, 1.2};
    private static final int CELLS_FOR_SETTINGS = 3_000;
    private static final double CACHE_MEGABYTES = 200;
    private static final double PRECISION = 1e-2;

    static {
        // libsvm prints its steps to standard output, which belongs to results.
        svm.svm_set_print_string_function(words -> {});
    }

    /** The cost of a wrong cell, and the kernel's width beside the number of features. */
    private record Settings(double cost, double width) {}

    private SupportVectorTraining() {}

    static SupportVectorMachine train(TrainingCells cells, long seed, Progress progress) {
        try (Progress.Stage stage = progress.stage(
                "Training the support vector machine",
                COSTS.length * WIDTHS.length * InnerFolds.COUNT + InnerFolds.COUNT + 1L)) {
            Settings best = choose(cells.atMost(CELLS_FOR_SETTINGS, seed), seed, stage);
            double[][] values = heldOutValues(cells, best, seed, stage);
            svm_model model = fit(cells, best);
            addSigmoids(model, cells, values);
            stage.advance(1);
            return new SupportVectorMachine(
                    cells,
                    model,
                    String.format(
                            Locale.ROOT,
                            "C %.3g, gamma %.3g / features, %d of %d cells are support vectors",
                            best.cost,
                            best.width,
                            model.l,
                            cells.size()));
        }
    }

    private static Settings choose(TrainingCells cells, long seed, Progress.Stage stage) {
        InnerFolds folds = new InnerFolds(cells, seed);
        Settings best = new Settings(COSTS[0], WIDTHS[0]);
        double highest = -1;
        for (double cost : COSTS) {
            for (double width : WIDTHS) {
                Settings settings = new Settings(cost, width);
                int[] answers = new int[cells.size()];
                for (int fold = 0; fold < InnerFolds.COUNT; fold++) {
                    svm_model model = fit(cells.subset(folds.outside(fold)), settings);
                    for (int i : folds.inside(fold)) {
                        answers[i] = (int) svm.svm_predict(model, nodes(cells.rows[i]));
                    }
                    stage.advance(1);
                }
                double reached = InnerFolds.balancedAccuracy(cells, answers);
                if (reached > highest) {
                    highest = reached;
                    best = settings;
                }
            }
        }
        return best;
    }

    /** For each cell the decision values of all pairs of classes, first class of a pair above 0, from machines without it. */
    private static double[][] heldOutValues(TrainingCells cells, Settings settings, long seed, Progress.Stage stage) {
        int classes = cells.classes.size();
        InnerFolds folds = new InnerFolds(cells, seed + 1);
        double[][] values = new double[cells.size()][classes * classes];
        for (int fold = 0; fold < InnerFolds.COUNT; fold++) {
            svm_model model = fit(cells.subset(folds.outside(fold)), settings);
            double[] pairs = new double[model.nr_class * (model.nr_class - 1) / 2];
            for (int i : folds.inside(fold)) {
                Arrays.fill(values[i], Double.NaN);
                svm.svm_predict_values(model, nodes(cells.rows[i]), pairs);
                int pair = 0;
                for (int a = 0; a < model.nr_class; a++) {
                    for (int b = a + 1; b < model.nr_class; b++) {
                        values[i][model.label[a] * classes + model.label[b]] = pairs[pair];
                        values[i][model.label[b] * classes + model.label[a]] = -pairs[pair++];
                    }
                }
            }
            stage.advance(1);
        }
        return values;
    }

    private static void addSigmoids(svm_model model, TrainingCells cells, double[][] values) {
        int pairs = model.nr_class * (model.nr_class - 1) / 2;
        model.probA = new double[pairs];
        model.probB = new double[pairs];
        int pair = 0;
        for (int a = 0; a < model.nr_class; a++) {
            for (int b = a + 1; b < model.nr_class; b++) {
                int first = model.label[a];
                int second = model.label[b];
                int place = first * cells.classes.size() + second;
                int[] both = IntStream.range(0, cells.size())
                        .filter(i -> cells.labels[i] == first || cells.labels[i] == second)
                        .filter(i -> !Double.isNaN(values[i][place]))
                        .toArray();
                boolean[] isFirst = new boolean[both.length];
                for (int k = 0; k < both.length; k++) {
                    isFirst[k] = cells.labels[both[k]] == first;
                }
                Platt platt = Platt.fit(
                        Arrays.stream(both).mapToDouble(i -> values[i][place]).toArray(), isFirst);
                model.probA[pair] = platt.slope();
                model.probB[pair++] = platt.offset();
            }
        }
    }

    private static svm_model fit(TrainingCells cells, Settings settings) {
        svm_problem problem = new svm_problem();
        problem.l = cells.size();
        problem.x = Arrays.stream(cells.rows).map(SupportVectorTraining::nodes).toArray(svm_node[][]::new);
        problem.y = Arrays.stream(cells.labels).asDoubleStream().toArray();
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = svm_parameter.C_SVC;
        parameter.kernel_type = svm_parameter.RBF;
        parameter.gamma = settings.width / cells.rows[0].length;
        parameter.C = settings.cost;
        parameter.cache_size = CACHE_MEGABYTES;
        parameter.eps = PRECISION;
        parameter.shrinking = 1;
        parameter.weight = cells.weights();
        parameter.nr_weight = parameter.weight.length;
        parameter.weight_label = IntStream.range(0, parameter.nr_weight).toArray();
        return svm.svm_train(problem, parameter);
    }

    /** A row as libsvm takes it; indices start at 1. */
    static svm_node[] nodes(double[] row) {
        svm_node[] nodes = new svm_node[row.length];
        for (int k = 0; k < row.length; k++) {
            nodes[k] = new svm_node();
            nodes[k].index = k + 1;
            nodes[k].value = row[k];
        }
        return nodes;
    }
}
