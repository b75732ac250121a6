package org.medulla.vision.feature.classifier;

import java.util.List;
import org.medulla.vision.feature.FeatureVector;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Trees whose answers are averaged (Breiman L, Machine Learning 2001;45:5-32). */
public final class RandomForest implements FeatureClassifier {
    private final List<String> classes;
    private final Standardisation standardisation;
    private final List<Model<Label>> trees;
    private final String settings;

    RandomForest(TrainingCells cells, List<Model<Label>> trees, String settings) {
        this.classes = cells.classes;
        this.standardisation = cells.standardisation;
        this.trees = List.copyOf(trees);
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
        double[] sums = average(trees, ForestTraining.example(standardisation.apply(vector), 0), classes.size());
        float[] probabilities = new float[sums.length];
        for (int c = 0; c < sums.length; c++) {
            probabilities[c] = (float) sums[c];
        }
        return probabilities;
    }

    /**
     * The mean of the trees' answers. A leaf of Tribuo's can count fewer than no cells of a class of which hardly any were drawn, and
     * more of another to make up for it; such counts are taken to be none.
     */
    static double[] average(List<Model<Label>> trees, Example<Label> example, int classes) {
        double[] means = new double[classes];
        for (Model<Label> tree : trees) {
            double[] scores = new double[classes];
            double sum = 0;
            for (Label label : tree.predict(example).getOutputScores().values()) {
                double score = Math.max(0, label.getScore());
                scores[Integer.parseInt(label.getLabel())] = score;
                sum += score;
            }
            for (int c = 0; c < classes; c++) {
                means[c] += scores[c] / sum / trees.size();
            }
        }
        return means;
    }
}
