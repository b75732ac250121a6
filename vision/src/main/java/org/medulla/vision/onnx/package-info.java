/**
 * Networks as ONNX files, which ONNX Runtime and every other tool can run: a small protobuf writer and the translation of each
 * layer. Read {@link org.medulla.vision.onnx.OnnxWriter} first, then {@link org.medulla.vision.onnx.OnnxGraph}.
 */
@NullMarked
package org.medulla.vision.onnx;

import org.jspecify.annotations.NullMarked;
