package org.medulla.vision.feature.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.medulla.cytology.job.Progress;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.dataset.DatasetView;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The making of a random forest, tree by tree so that it can be watched and cancelled. How many features are tried at a fork and
 * how large a leaf must be come from inner cross-validation with small forests on a drawing of the cells.
 */
final class ForestTraining {
    private static final int TREES = 200;
    private static final int TREES_FOR_SETTINGS = 20;
    private static final int CELLS_FOR_SETTINGS = 2_000;
    private static final double[] FEATURE_SHARES = {0.1, 0.3};
    private static final int[] LEAVES = {1, 4};

    private static final double STEPS_PER_DEVIATION = 16;

    /** The share of the features tried at a fork, and the fewest cells of a leaf. */
    private record Settings(double share, int leaf) {}

    private ForestTraining() {}

    static RandomForest train(TrainingCells cells, long seed, Progress progress) {
        int searched = FEATURE_SHARES.length * LEAVES.length * InnerFolds.COUNT * TREES_FOR_SETTINGS;
        try (Progress.Stage stage = progress.stage("Growing the random forest", searched + (long) TREES)) {
            Settings best = choose(cells.atMost(CELLS_FOR_SETTINGS, seed), seed, stage);
            List<Model<Label>> trees = grow(cells, best, TREES, seed, stage);
            return new RandomForest(
                    cells,
                    trees,
                    String.format(
                            Locale.ROOT,
                            "%d trees, %.0f %% of the features tried at a fork, leaves of %d cells or more",
                            TREES,
                            100 * best.share,
                            best.leaf));
        }
    }

    private static Settings choose(TrainingCells cells, long seed, Progress.Stage stage) {
        InnerFolds folds = new InnerFolds(cells, seed);
        Settings best = new Settings(FEATURE_SHARES[0], LEAVES[0]);
        double highest = -1;
        for (double share : FEATURE_SHARES) {
            for (int leaf : LEAVES) {
                Settings settings = new Settings(share, leaf);
                double[][] scores = new double[cells.size()][];
                for (int fold = 0; fold < InnerFolds.COUNT; fold++) {
                    TrainingCells outside = cells.subset(folds.outside(fold));
                    List<Model<Label>> trees = grow(outside, settings, TREES_FOR_SETTINGS, seed + fold, stage);
                    for (int i : folds.inside(fold)) {
                        scores[i] = RandomForest.average(trees, example(cells.rows[i], 0), cells.classes.size());
                    }
                }
                double reached = InnerFolds.balancedAccuracy(cells, scores);
                if (reached > highest) {
                    highest = reached;
                    best = settings;
                }
            }
        }
        return best;
    }

    private static List<Model<Label>> grow(
            TrainingCells cells, Settings settings, int count, long seed, Progress.Stage stage) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("standardised features", factory), factory);
        for (int i = 0; i < cells.size(); i++) {
            dataset.add(example(cells.rows[i], cells.labels[i]));
        }
        ClassDrawing drawing = new ClassDrawing(cells);
        List<Model<Label>> trees = new ArrayList<>();
        for (int tree = 0; tree < count; tree++) {
            long own = seed * 1_000_003 + tree;
            Dataset<Label> drawn = new DatasetView<>(dataset, drawing.draw(own), "class-balanced drawing");
            trees.add(new CARTClassificationTrainer(
                            Integer.MAX_VALUE, settings.leaf, 0, (float) settings.share, false, new GiniIndex(), own)
                    .train(drawn));
            stage.advance(1);
        }
        return trees;
    }

    /**
     * A row as Tribuo takes it: features have names, and so have classes. Features are told apart to a sixteenth of a deviation,
     * since Tribuo sorts every value of its own anew for each tree.
     */
    static Example<Label> example(double[] row, int label) {
        double[] rounded = new double[row.length];
        for (int k = 0; k < row.length; k++) {
            rounded[k] = Math.rint(row[k] * STEPS_PER_DEVIATION) / STEPS_PER_DEVIATION;
        }
        return new ArrayExample<>(new Label(Integer.toString(label)), names(row.length), rounded);
    }

    private static String[] names(int features) {
        String[] names = new String[features];
        for (int k = 0; k < features; k++) {
            names[k] = "f" + (1_000_000 + k);
        }
        return names;
    }
}
