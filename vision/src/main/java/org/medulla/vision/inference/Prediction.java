package org.medulla.vision.inference;

import java.util.List;
import org.medulla.vision.familiarity.Judgement;

/** What a model says about one picture. Immutable. */
public final class Prediction {
    private final List<String> classes;
    private final float[] probabilities;
    private final float[] embedding;
    private final Judgement judgement;

    /** Wraps copies of the numbers; probabilities are in the order of the classes. */
    Prediction(List<String> classes, float[] probabilities, float[] embedding, Judgement judgement) {
        if (classes.size() != probabilities.length || classes.size() < 2) {
            throw new IllegalArgumentException(
                    "There are " + classes.size() + " classes but " + probabilities.length + " probabilities");
        }
        this.classes = List.copyOf(classes);
        this.probabilities = probabilities.clone();
        this.embedding = embedding.clone();
        this.judgement = judgement;
    }

    /** The class codes in the model's order. */
    public List<String> classes() {
        return classes;
    }

    /** A copy of the calibrated probabilities in the order of the classes; they add up to 1. */
    public float[] probabilities() {
        return probabilities.clone();
    }

    /** The calibrated probability of the class at that place. */
    public float probability(int place) {
        return probabilities[place];
    }

    /** A copy of the numbers by which cells are compared, averaged over the views. */
    public float[] embedding() {
        return embedding.clone();
    }

    /** How odd the cell is, whether the answer stands, and which classes it may be. */
    public Judgement judgement() {
        return judgement;
    }

    /** The place of the most probable class; of several, the first. */
    public int best() {
        return highest(-1);
    }

    /** The place of the second most probable class. */
    public int second() {
        return highest(best());
    }

    private int highest(int except) {
        int highest = except == 0 ? 1 : 0;
        for (int place = highest + 1; place < probabilities.length; place++) {
            if (place != except && probabilities[place] > probabilities[highest]) {
                highest = place;
            }
        }
        return highest;
    }

    /** The code of the most probable class. */
    public String bestClass() {
        return classes.get(best());
    }

    /** The code of the second most probable class. */
    public String secondClass() {
        return classes.get(second());
    }

    @Override
    public String toString() {
        return "Prediction[" + bestClass() + " " + probabilities[best()] + "]";
    }
}
