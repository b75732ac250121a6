/**
 * Work of known size for measuring a machine: matrix products, whose speed no network can exceed, and networks in libtorch, beside
 * which ONNX Runtime is compared. Read {@link org.medulla.vision.speed.MatrixProducts} first.
 */
@NullMarked
package org.medulla.vision.speed;

import org.jspecify.annotations.NullMarked;
