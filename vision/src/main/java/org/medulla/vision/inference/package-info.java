/**
 * Trained models at work: pictures go in, calibrated probabilities and embeddings come out, by ONNX Runtime. Read {@link
 * org.medulla.vision.inference.Classifier} first, then {@link org.medulla.vision.inference.Prediction}.
 */
@NullMarked
package org.medulla.vision.inference;

import org.jspecify.annotations.NullMarked;
