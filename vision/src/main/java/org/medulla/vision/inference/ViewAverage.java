package org.medulla.vision.inference;

import java.util.ArrayList;
import java.util.List;

/** Averages the outputs of each picture's views, which arrive one after the other. */
final class ViewAverage implements NetworkSession.Output {
    private final int views;
    private final List<Mean> means = new ArrayList<>();
    private int seen;

    ViewAverage(int views) {
        this.views = views;
    }

    /** The means over the views of one picture. */
    static final class Mean {
        private final float[] logits;
        private final float[] embedding;

        private Mean(int classes, int channels) {
            this.logits = new float[classes];
            this.embedding = new float[channels];
        }

        float[] logits() {
            return logits.clone();
        }

        float[] embedding() {
            return embedding.clone();
        }
    }

    @Override
    public void accept(float[] logits, float[] embedding) {
        if (seen++ % views == 0) {
            means.add(new Mean(logits.length, embedding.length));
        }
        add(logits, means.getLast().logits);
        add(embedding, means.getLast().embedding);
    }

    private void add(float[] values, float[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i] / views;
        }
    }

    /** One mean for each picture, in order. */
    List<Mean> means() {
        return List.copyOf(means);
    }
}
