package org.medulla.vision.feature.classifier;

import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import org.medulla.vision.feature.FeatureVector;

/**
 * Support vector machines of all pairs of classes with a radial kernel. The pairs' probabilities are coupled by the second method
 * of Wu TF, Lin CJ, Weng RC, Journal of Machine Learning Research 2004;5:975-1005, as libsvm does it.
 */
public final class SupportVectorMachine implements FeatureClassifier {
    private final List<String> classes;
    private final Standardisation standardisation;
    private final svm_model model;
    private final String settings;

    /** Takes ownership of a model that holds the sigmoids of its pairs. */
    SupportVectorMachine(TrainingCells cells, svm_model model, String settings) {
        this.classes = cells.classes;
        this.standardisation = cells.standardisation;
        this.model = model;
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
        double[] known = new double[model.nr_class];
        svm.svm_predict_probability(model, SupportVectorTraining.nodes(standardisation.apply(vector)), known);
        float[] probabilities = new float[classes.size()];
        for (int k = 0; k < known.length; k++) {
            probabilities[model.label[k]] = (float) known[k];
        }
        return probabilities;
    }
}
