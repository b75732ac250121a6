/**
 * Weights in files: the safetensors format, and the way by which weights that others trained find their place in a network by
 * name. Read {@link org.medulla.vision.weights.InitialWeights} first, then {@link org.medulla.vision.weights.Safetensors}.
 */
@NullMarked
package org.medulla.vision.weights;

import org.jspecify.annotations.NullMarked;
