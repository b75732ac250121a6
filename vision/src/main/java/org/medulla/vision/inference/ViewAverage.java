package org.medulla.vision.inference;

/** Averages the outputs of one picture's views, which arrive one after the other. */
final class ViewAverage implements NetworkSession.Output {
    private float[] logits = {};
    private float[] embedding = {};
    private int views;

    @Override
    public void accept(float[] viewLogits, float[] viewEmbedding) {
        if (views == 0) {
            logits = new float[viewLogits.length];
            embedding = new float[viewEmbedding.length];
        }
        views++;
        move(logits, viewLogits);
        move(embedding, viewEmbedding);
    }

    /** Moves means towards one more of the values that they are means of. */
    private void move(float[] means, float[] values) {
        for (int i = 0; i < means.length; i++) {
            means[i] += (values[i] - means[i]) / views;
        }
    }

    float[] logits() {
        return logits.clone();
    }

    float[] embedding() {
        return embedding.clone();
    }
}
