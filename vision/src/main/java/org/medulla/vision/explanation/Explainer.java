package org.medulla.vision.explanation;

import java.util.concurrent.locks.ReentrantLock;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.inference.Picture;
import org.medulla.vision.inference.Prediction;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.preprocessing.Preprocessing;

/**
 * Explains the answers of a model. Gradients are taken in libtorch from the learned parameters; what only needs answers asks the
 * folded network. The same picture always gets the same explanation. Safe for use by many threads, which take turns.
 */
public final class Explainer implements AutoCloseable {
    private final ModelDescription model;
    private final Classifier classifier;
    private final GradientNetwork gradients;
    private final ReentrantLock turn = new ReentrantLock();

    private Explainer(ModelDescription model, Classifier classifier, GradientNetwork gradients) {
        this.model = model;
        this.classifier = classifier;
        this.gradients = gradients;
    }

    /** An explainer that computes with so many threads; closing it frees the memory. */
    public static Explainer open(ModelFile model, int threads) {
        return new Explainer(model.description(), Classifier.open(model, threads), new GradientNetwork(model, threads));
    }

    /** Why the model gives the picture its most probable class. */
    public Explanation explain(Picture picture, ExplanationMethod method) {
        return explain(picture, classifier.classify(picture), method);
    }

    /** What would speak for that class, whether or not the model chose it; the code is one of the model's. */
    public Explanation explain(Picture picture, String classCode, ExplanationMethod method) {
        int place = model.classes().indexOf(classCode);
        if (place < 0) {
            throw new IllegalArgumentException("The model does not know " + classCode);
        }
        return explain(picture, classifier.classify(picture), place, method);
    }

    private Explanation explain(Picture picture, Prediction prediction, ExplanationMethod method) {
        return explain(picture, prediction, prediction.best(), method);
    }

    private Explanation explain(Picture picture, Prediction prediction, int place, ExplanationMethod method) {
        Preprocessing preprocessing = model.preprocessing();
        int size = preprocessing.size();
        float[] input = preprocessing.apply(picture.image(), picture.micronsPerPixel(), 0);
        ClassProbability probability = new ClassProbability(classifier.network(), model.temperature(), place);
        turn.lock();
        try {
            Saliency saliency = switch (method) {
                case GRADCAM -> GradCam.of(gradients, input, size, place);
                case SMOOTHGRAD -> SmoothGrad.of(gradients, input, size, place);
                case OCCLUSION -> Occlusion.of(probability, input, size);
            };
            double side = preprocessing.fieldSide(
                    picture.image().width(), picture.image().height(), picture.micronsPerPixel());
            return new Explanation(
                    picture, prediction, place, method, saliency, side, DeletionCurve.of(probability, input, saliency));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        gradients.close();
        classifier.close();
    }
}
