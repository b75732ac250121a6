package org.medulla.cytology.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.medulla.cytology.job.MedullaException;

/**
 * What a classifier said about cells whose class is known: for each cell its true class, the probability of each class
 * of the model, and its patient where known. Cells are numbered from 0 in the order in which they were added.
 */
public final class Scores {
    private static final double SUM_TOLERANCE = 1e-3;

    private final List<String> classes;
    private final List<String> truths;
    private final int[] truth;
    private final float[] probabilities;
    private final int[] cluster;
    private final int clusters;
    private final Clustering clustering;

    private Scores(Builder builder) {
        classes = builder.classes;
        List<String> all = new ArrayList<>(classes);
        Set<String> foreign = new TreeSet<>(builder.truths);
        classes.forEach(foreign::remove);
        all.addAll(foreign);
        truths = List.copyOf(all);
        int cells = builder.truths.size();
        Map<String, Integer> index = new HashMap<>();
        truths.forEach(code -> index.put(code, index.size()));
        truth = builder.truths.stream().mapToInt(index::get).toArray();
        probabilities = new float[cells * classes.size()];
        for (int cell = 0; cell < cells; cell++) {
            System.arraycopy(builder.probabilities.get(cell), 0, probabilities, cell * classes.size(), classes.size());
        }
        boolean patientsDiffer = builder.patients.size() + builder.strangers > 1;
        if (builder.patients.isEmpty() || !patientsDiffer) {
            clustering = Clustering.IMAGE;
            clusters = cells;
            cluster = IntStream.range(0, cells).toArray();
        } else {
            clustering = builder.strangers == 0 ? Clustering.PATIENT : Clustering.MIXED;
            clusters = builder.patients.size() + builder.strangers;
            cluster = builder.clusterOfEachCell();
        }
    }

    /**
     * Starts an empty collection.
     *
     * @param classes codes of the classes that the model can name, in the order of its outputs
     */
    public static Builder builder(List<String> classes) {
        return new Builder(classes);
    }

    /** How many cells were scored. */
    public int size() {
        return truth.length;
    }

    /** The classes that the model can name, in the order of its outputs. */
    public List<String> classes() {
        return classes;
    }

    /** The {@link #classes()}, followed by true classes that the model cannot name, sorted by code. */
    public List<String> truths() {
        return truths;
    }

    /** The true class of a cell. */
    public String truth(int cell) {
        return truths.get(truth[cell]);
    }

    /** The most probable class of a cell; of equal ones, the first in the model's order. */
    public String predicted(int cell) {
        return classes.get(predictedIndex(cell));
    }

    /** The probability of the most probable class of a cell. */
    public double confidence(int cell) {
        return probability(cell, predictedIndex(cell));
    }

    /** The probability of one class for a cell, the class by its number in {@link #classes()}. */
    public double probability(int cell, int classIndex) {
        return probabilities[cell * classes.size() + classIndex];
    }

    /** What the bootstrap draws as one piece. */
    public Clustering clustering() {
        return clustering;
    }

    /** How many pieces the bootstrap can draw: patients, or images. */
    public int clusters() {
        return clusters;
    }

    int truthIndex(int cell) {
        return truth[cell];
    }

    int cluster(int cell) {
        return cluster[cell];
    }

    int predictedIndex(int cell) {
        int best = 0;
        for (int candidate = 1; candidate < classes.size(); candidate++) {
            if (probability(cell, candidate) > probability(cell, best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Collects scores cell by cell. Not safe for use by several threads. */
    public static final class Builder {
        private static final int NO_PATIENT = -1;

        private final List<String> classes;
        private final List<String> truths = new ArrayList<>();
        private final List<float[]> probabilities = new ArrayList<>();
        private final List<Integer> patientOfCell = new ArrayList<>();
        private final Map<String, Integer> patients = new HashMap<>();
        private int strangers;

        private Builder(List<String> classes) {
            this.classes = List.copyOf(classes);
            if (this.classes.isEmpty() || Set.copyOf(this.classes).size() != this.classes.size()) {
                throw new IllegalArgumentException("A model has at least one class and none twice: " + classes);
            }
        }

        /** Adds a cell of an unknown patient. */
        public Builder add(String truth, float[] probabilities) {
            addScore(truth, probabilities);
            patientOfCell.add(NO_PATIENT);
            strangers++;
            return this;
        }

        /**
         * Adds a cell of a known patient. An image's own identity is no patient: use {@link #add(String, float[])}.
         *
         * @param truth code of the true class, which the model need not be able to name
         * @param probabilities one for each class of the model, in [0, 1], with the sum 1
         * @param cluster the patient; cells of one patient are drawn together by the bootstrap
         */
        public Builder add(String truth, float[] probabilities, String cluster) {
            addScore(truth, probabilities);
            patientOfCell.add(patients.computeIfAbsent(cluster, _ -> patients.size()));
            return this;
        }

        /** The scores that were added; the builder may go on. */
        public Scores build() {
            if (truths.isEmpty()) {
                throw MedullaException.data(
                        "There is no cell to evaluate; name a fold or a folder that holds labelled" + " images.");
            }
            return new Scores(this);
        }

        private void addScore(String truth, float[] row) {
            if (row.length != classes.size()) {
                throw new IllegalArgumentException(
                        "The model has " + classes.size() + " classes but gave " + row.length + " probabilities.");
            }
            double sum = 0;
            for (float probability : row) {
                if (!(probability >= 0 && probability <= 1)) {
                    throw MedullaException.data("A model gave the probability " + probability + " to a cell of class "
                            + truth + "; probabilities lie between 0 and 1, so this model cannot be evaluated.");
                }
                sum += probability;
            }
            if (Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw MedullaException.data("A model's probabilities for a cell of class " + truth + " have the sum "
                        + sum + " in place of 1, so this model cannot be evaluated.");
            }
            truths.add(truth);
            probabilities.add(row.clone());
        }

        private int[] clusterOfEachCell() {
            int next = patients.size();
            int[] result = new int[patientOfCell.size()];
            for (int cell = 0; cell < result.length; cell++) {
                int patient = patientOfCell.get(cell);
                result[cell] = patient == NO_PATIENT ? next++ : patient;
            }
            return result;
        }
    }
}
