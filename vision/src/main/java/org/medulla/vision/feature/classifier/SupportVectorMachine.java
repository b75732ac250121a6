package org.medulla.vision.feature.classifier;

import java.util.List;
import libsvm.svm_node;
import org.medulla.vision.feature.FeatureVector;

/** Support vector machines with radial kernels, one for each class against all others. */
public final class SupportVectorMachine implements FeatureClassifier {
    private final List<String> classes;
    private final Standardisation standardisation;
    private final MachineSet machines;
    private final Sharpening sharpening;
    private final String settings;

    SupportVectorMachine(TrainingCells cells, MachineSet machines, Sharpening sharpening, String settings) {
        this.classes = cells.classes;
        this.standardisation = cells.standardisation;
        this.machines = machines;
        this.sharpening = sharpening;
        this.settings = settings;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public String settings() {
        return settings;
    }

    @Override
    public float[] probabilities(FeatureVector vector) {
        svm_node[] row = ClassMachine.nodes(standardisation.apply(vector));
        double[] shares = sharpening.probabilities(machines.values(row));
        float[] probabilities = new float[shares.length];
        for (int c = 0; c < shares.length; c++) {
            probabilities[c] = (float) shares[c];
        }
        return probabilities;
    }
}
