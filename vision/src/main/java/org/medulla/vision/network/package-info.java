/**
 * The shape of a network, described once: training interprets it with gradients, the ONNX writer prints it, initial weights
 * find their place in it by name. Read {@link org.medulla.vision.network.Network} first, then {@link
 * org.medulla.vision.network.Layer}.
 */
@NullMarked
package org.medulla.vision.network;

import org.jspecify.annotations.NullMarked;
