package org.medulla.vision.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.network.ForwardPass;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.preprocessing.Preprocessing;

/**
 * The running statistics of batch normalisations, computed anew on pictures whose classes nobody needs to know (adaptive batch
 * normalisation; Li Y et al., Pattern Recognition 2018;80:109-117, doi 10.1016/j.patcog.2018.03.005). What was learned stays.
 */
public final class RunningStatistics {
    private static final int BATCH = 64;

    private final Network network;
    private final Preprocessing preprocessing;

    /** Statistics of that network for pictures prepared like this. */
    public RunningStatistics(Network network, Preprocessing preprocessing) {
        this.network = network;
        this.preprocessing = preprocessing;
    }

    /**
     * The parameters with running means and variances that are averages over batches of the pictures, each batch normalised by
     * its own statistics on the way. Pictures are taken in their order, which should be a random one, in batches of at most
     * {@value #BATCH} of nearly equal sizes, upright and without augmentation. Parameters of a network without batch
     * normalisation come back as they are.
     *
     * @param parameters by the names of the network
     * @param pictures at least two; their labels are not looked at
     */
    public Map<String, Tensor> renewed(Map<String, Tensor> parameters, TrainingData pictures, Progress progress) {
        if (pictures.size() < 2) {
            throw new IllegalArgumentException("Statistics need at least two pictures, not " + pictures.size());
        }
        ParameterLayout layout = new ParameterLayout(network);
        if (layout.runningLength() == 0) {
            return Map.copyOf(parameters);
        }
        Libtorch.load();
        int batches = Math.ceilDiv(pictures.size(), BATCH);
        float[] learned = layout.initialLearned(parameters, 0);
        double[] sum = new double[layout.runningLength()];
        try (NDManager manager = NDManager.newBaseManager(Device.CPU.resolve(), Libtorch.ENGINE);
                Progress.Stage stage = progress.stage("Estimating statistics", pictures.size())) {
            for (int batch = 0; batch < batches; batch++) {
                int from = Math.toIntExact((long) pictures.size() * batch / batches);
                int to = Math.toIntExact((long) pictures.size() * (batch + 1) / batches);
                float[] statistics = ofBatch(layout, learned, images(pictures, from, to), to - from, manager);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += (double) statistics[i] * (to - from) / pictures.size();
                }
                stage.advance(to - from);
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) sum[i];
        }
        return layout.tensors(learned, mean);
    }

    /** Running statistics that begin at zero hold after one batch its own ones, times the share that a batch adds. */
    private float[] ofBatch(ParameterLayout layout, float[] learned, ByteBuffer images, int count, NDManager manager) {
        try (NDManager step = manager.newSubManager()) {
            NDArray running = step.zeros(new Shape(layout.runningLength()));
            Shape shape = new Shape(count, preprocessing.size(), preprocessing.size(), 3);
            NDArray input = step.create(images, shape, DataType.FLOAT32).transpose(0, 3, 1, 2);
            // What dropout drops does not reach a normalisation: it stands before the last layer.
            ForwardPass.training(network, layout.views(step.create(learned), running), new SplittableRandom(0))
                    .logits(input);
            return running.mul(1 / (1 - ForwardPass.KEPT_SHARE)).toFloatArray();
        }
    }

    private ByteBuffer images(TrainingData pictures, int from, int to) {
        int plane = preprocessing.size() * preprocessing.size();
        ByteBuffer images = EngineMemory.allocate(Batch.bytes(to - from, preprocessing.size()));
        for (int index = from; index < to; index++) {
            float[] planes = preprocessing.apply(pictures.image(index), pictures.micronsPerPixel(index), 0);
            for (int pixel = 0; pixel < plane; pixel++) {
                for (int channel = 0; channel < 3; channel++) {
                    images.putFloat(planes[channel * plane + pixel]);
                }
            }
        }
        return images.flip();
    }
}
