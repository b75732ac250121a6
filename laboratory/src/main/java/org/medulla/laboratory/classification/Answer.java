package org.medulla.laboratory.classification;

import java.nio.file.Path;
import java.util.List;
import org.medulla.vision.familiarity.Judgement;

/** What became of one file that was given to a model. */
public sealed interface Answer {
    /** The file, as the person named it or as it was found in a folder that the person named. */
    Path path();

    /**
     * An image that the model classified.
     *
     * @param path the file
     * @param probabilities one per class of the model, in its order; they sum to 1
     * @param judgement how odd the cell is, whether the answer is accepted, and which classes the cell may be
     */
    record Classified(Path path, List<Float> probabilities, Judgement judgement) implements Answer {
        public Classified {
            probabilities = List.copyOf(probabilities);
            if (probabilities.size() < 2) {
                throw new IllegalArgumentException("A model tells at least two classes apart");
            }
        }

        /** The index of the most probable class; the first one of equals. */
        public int best() {
            return bestBut(-1);
        }

        /** The index of the second most probable class. */
        public int second() {
            return bestBut(best());
        }

        private int bestBut(int excluded) {
            int best = excluded == 0 ? 1 : 0;
            for (int i = best + 1; i < probabilities.size(); i++) {
                if (i != excluded && probabilities.get(i) > probabilities.get(best)) {
                    best = i;
                }
            }
            return best;
        }
    }

    /**
     * A file that could not be read as an image.
     *
     * @param path the file
     * @param reason what is wrong with it, as a person reads it
     */
    record Unreadable(Path path, String reason) implements Answer {}
}
