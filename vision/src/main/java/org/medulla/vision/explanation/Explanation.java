package org.medulla.vision.explanation;

import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;

/**
 * Why a model gives a picture a class, as far as a method can tell.
 *
 * @param picture what was shown
 * @param prediction what the model says about it, averaged over its views
 * @param place the class that is explained, by its place among the model's
 * @param method how the pixels that mattered were found
 * @param saliency how much each pixel of the network's input mattered, upright
 * @param fieldSide the side of the field that the network sees, in pixels of the picture; its middle is the picture's
 * @param deletion whether these pixels really carry the answer, on the upright view
 */
public record Explanation(
        Picture picture,
        Prediction prediction,
        int place,
        ExplanationMethod method,
        Saliency saliency,
        double fieldSide,
        DeletionCurve deletion) {
    /** The code of the class that is explained. */
    public String explainedClass() {
        return prediction.classes().get(place);
    }
}
