package org.medulla.vision.feature.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import libsvm.svm_node;
import org.medulla.cytology.job.Progress;

/** One machine for each class that has cells. */
final class MachineSet {
    private final List<Optional<ClassMachine>> machines;

    private MachineSet(List<Optional<ClassMachine>> machines) {
        this.machines = machines;
    }

    /**
     * Trains the machines of some cells, of which at least two classes have some.
     *
     * @param cost of a wrong cell
     * @param width gamma of the kernel, times the number of features
     * @param stage advanced by one for each class
     */
    static MachineSet train(TrainingCells cells, double cost, double width, Progress.Stage stage) {
        svm_node[][] rows = Arrays.stream(cells.rows).map(ClassMachine::nodes).toArray(svm_node[][]::new);
        int[] counts = cells.counts();
        List<Optional<ClassMachine>> machines = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                machines.add(Optional.empty());
            } else {
                boolean[] member = new boolean[rows.length];
                for (int i = 0; i < member.length; i++) {
                    member[i] = cells.labels[i] == c;
                }
                machines.add(Optional.of(ClassMachine.train(rows, member, cost, width / cells.rows[0].length)));
            }
            stage.advance(1);
        }
        return new MachineSet(machines);
    }

    /** The decision value of each class for a row; minus infinity for a class without cells. */
    double[] values(svm_node[] row) {
        double[] values = new double[machines.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = machines.get(c).map(machine -> machine.value(row)).orElse(Double.NEGATIVE_INFINITY);
        }
        return values;
    }

    /** The mean number of support vectors of a machine. */
    double supportVectors() {
        return machines.stream()
                .flatMap(Optional::stream)
                .mapToInt(ClassMachine::supportVectors)
                .average()
                .orElse(0);
    }
}
