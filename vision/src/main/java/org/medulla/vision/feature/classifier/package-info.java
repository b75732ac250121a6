/**
 * Classifiers of cells by their features, to compare networks with: a support vector machine and a random forest. One call
 * trains on feature vectors with their classes and gives an object that answers probabilities, which a comparison records cell
 * by cell as it does a network's:
 *
 * <pre>{@code
 * FeatureClassifier classifier =
 *         FeatureClassifier.train(FeatureMethod.SUPPORT_VECTORS, vectors, labels, classes, seed, progress);
 * float[] probabilities = classifier.probabilities(CellFeatures.of(image));
 * }</pre>
 *
 * <p>Means, deviations, settings and calibration come from the vectors given and from nothing else: whoever holds a fold back
 * gives only the others. The same vectors, labels and seed give the same classifier. Read {@link
 * org.medulla.vision.feature.classifier.FeatureClassifier} first, then {@link
 * org.medulla.vision.feature.classifier.SupportVectorTraining}.
 */
@NullMarked
package org.medulla.vision.feature.classifier;

import org.jspecify.annotations.NullMarked;
