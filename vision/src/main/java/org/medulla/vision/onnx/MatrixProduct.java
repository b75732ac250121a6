package org.medulla.vision.onnx;

import java.util.List;

/** The product of two square matrices as an ONNX file: what a processor is measured with. */
public final class MatrixProduct {
    /** The left factor, [size, size]. */
    public static final String LEFT = "left";

    /** The right factor, [size, size]. */
    public static final String RIGHT = "right";

    private static final String PRODUCT = "product";

    private MatrixProduct() {}

    /** The bytes of the ONNX file for matrices of so many rows and columns. */
    public static byte[] write(int size) {
        List<String> shape = List.of(Integer.toString(size), Integer.toString(size));
        OnnxGraph graph = new OnnxGraph("matrix-product");
        graph.input(LEFT, shape);
        graph.input(RIGHT, shape);
        graph.add(new OnnxGraph.Node("MatMul", List.of(LEFT, RIGHT), PRODUCT));
        graph.output(PRODUCT, shape);
        return OnnxWriter.file(graph);
    }
}
