package org.medulla.vision.preprocessing;

import java.nio.FloatBuffer;
import java.util.OptionalDouble;
import org.medulla.vision.image.RgbImage;

/** Prepares one picture after the other in memory that it keeps; for one thread at a time. */
public final class Preparer {
    private final Preprocessing preprocessing;
    private final FieldSampler sampler = new FieldSampler();

    /** Prepares pictures so. */
    public Preparer(Preprocessing preprocessing) {
        this.preprocessing = preprocessing;
    }

    /**
     * Puts the inputs for some views into a buffer, each as {@link Preprocessing#apply} gives it, one after the other; the
     * picture is sampled once.
     *
     * @param first the first view
     * @param end the view after the last one
     * @param target has room for [end - first, 3, size, size]
     */
    public void putViews(RgbImage image, OptionalDouble micronsPerPixel, int first, int end, FloatBuffer target) {
        int size = preprocessing.size();
        double side = preprocessing.fieldSide(image.width(), image.height(), micronsPerPixel);
        float[] upright = sampler.sample(image, side, size);
        preprocessing.normalise(upright);
        for (int view = first; view < end; view++) {
            View.of(view).put(upright, size, target);
        }
    }
}
