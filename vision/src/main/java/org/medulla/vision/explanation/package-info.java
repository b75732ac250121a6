/**
 * Why a model answers as it does: which pixels mattered, a test of whether they really did, and a picture of both. Read {@link
 * org.medulla.vision.explanation.Explainer} first, then {@link org.medulla.vision.explanation.DeletionCurve}.
 */
@NullMarked
package org.medulla.vision.explanation;

import org.jspecify.annotations.NullMarked;
