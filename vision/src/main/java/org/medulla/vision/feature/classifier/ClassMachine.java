package org.medulla.vision.feature.classifier;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** A support vector machine that tells the cells of one class from all others. Immutable once trained. */
final class ClassMachine {
    private static final double CACHE_MEGABYTES = 100;
    private static final double PRECISION = 1e-2;
    private static final double HEAVIEST = 10;

    static {
        // libsvm prints its steps to standard output, which belongs to results.
        svm.svm_set_print_string_function(words -> {});
    }

    private final svm_model model;

    private ClassMachine(svm_model model) {
        this.model = model;
    }

    /**
     * Trains a machine. A cell of the class weighs more than others by the root of the odds against it: weighing both sides the
     * same would give every doubtful cell to the small classes.
     *
     * @param rows standardised features of cells of the class and of others, at least one of each
     * @param member whether each cell belongs to the class
     * @param cost of a wrong cell
     * @param gamma of the kernel exp(-gamma |a - b|^2)
     */
    static ClassMachine train(svm_node[][] rows, boolean[] member, double cost, double gamma) {
        svm_problem problem = new svm_problem();
        problem.l = rows.length;
        problem.x = rows;
        problem.y = new double[rows.length];
        int members = 0;
        for (int i = 0; i < rows.length; i++) {
            problem.y[i] = member[i] ? 1 : -1;
            members += member[i] ? 1 : 0;
        }
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = svm_parameter.C_SVC;
        parameter.kernel_type = svm_parameter.RBF;
        parameter.gamma = gamma;
        parameter.C = cost;
        parameter.cache_size = CACHE_MEGABYTES;
        parameter.eps = PRECISION;
        parameter.shrinking = 1;
        parameter.nr_weight = 1;
        parameter.weight_label = new int[] {1};
        parameter.weight = new double[] {Math.min(HEAVIEST, Math.sqrt((double) (rows.length - members) / members))};
        return new ClassMachine(svm.svm_train(problem, parameter));
    }

    /** The decision value of a row: above 0 for a cell of the class. */
    double value(svm_node[] row) {
        double[] value = new double[1];
        svm.svm_predict_values(model, row, value);
        return model.label[0] == 1 ? value[0] : -value[0];
    }

    /** How many cells hold the border. */
    int supportVectors() {
        return model.l;
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
