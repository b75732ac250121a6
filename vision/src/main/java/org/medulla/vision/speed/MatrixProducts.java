package org.medulla.vision.speed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.onnx.MatrixProduct;

/**
 * Products of square matrices of single precision, one thread to each core: the most floating-point operations that an engine gets
 * out of a machine, and so the ceiling for every network in it.
 */
public sealed interface MatrixProducts extends AutoCloseable {
    /** Rows and columns: large enough for the best speed, small enough for every cache hierarchy's blocking. */
    int SIZE = 1024;

    /** How many products each core computes in a {@link #run()}. */
    int PRODUCTS = 4;

    /** Computes {@value #PRODUCTS} products on every core. */
    void run();

    /** The floating-point operations of one {@link #run()}: two for each multiplication with its addition. */
    long operations();

    @Override
    void close();

    private static long operations(int cores) {
        return 2L * SIZE * SIZE * SIZE * PRODUCTS * cores;
    }

    /** Products in ONNX Runtime. */
    final class InOnnxRuntime implements MatrixProducts {
        private final EachCore cores;
        private final OrtSession session;
        private final OnnxTensor matrix;

        /** Makes ready to multiply on so many cores. */
        public InOnnxRuntime(int cores) {
            this.cores = new EachCore(cores);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                this.session = environment.createSession(MatrixProduct.write(SIZE), options);
                float[] ones = new float[SIZE * SIZE];
                Arrays.fill(ones, 1);
                this.matrix = OnnxTensor.createTensor(environment, FloatBuffer.wrap(ones), new long[] {SIZE, SIZE});
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime could not be measured", e);
            }
        }

        @Override
        public void run() {
            cores.run(core -> {
                for (int i = 0; i < PRODUCTS; i++) {
                    multiply();
                }
            });
        }

        private void multiply() {
            try (OrtSession.Result result =
                    session.run(Map.of(MatrixProduct.LEFT, matrix, MatrixProduct.RIGHT, matrix))) {
                if (result.size() != 1) {
                    throw new IllegalStateException("One product was expected");
                }
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime could not be measured", e);
            }
        }

        @Override
        public long operations() {
            return MatrixProducts.operations(cores.cores());
        }

        @Override
        public void close() {
            cores.close();
            matrix.close();
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime could not be closed", e);
            }
        }
    }

    /** Products in libtorch. */
    final class InLibtorch implements MatrixProducts {
        private final EachCore cores;
        private final NDManager manager;
        private final NDArray matrix;

        /** Makes ready to multiply on so many cores. */
        public InLibtorch(int cores) {
            Libtorch.load();
            this.cores = new EachCore(cores);
            this.manager = NDManager.newBaseManager(Libtorch.ENGINE);
            this.matrix = manager.ones(new Shape(SIZE, SIZE));
        }

        @Override
        public void run() {
            cores.run(core -> {
                JniUtils.setNumThreads(1);
                for (int i = 0; i < PRODUCTS; i++) {
                    matrix.matMul(matrix).close();
                }
            });
        }

        @Override
        public long operations() {
            return MatrixProducts.operations(cores.cores());
        }

        @Override
        public void close() {
            cores.close();
            manager.close();
        }
    }
}
