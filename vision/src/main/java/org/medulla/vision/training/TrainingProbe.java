package org.medulla.vision.training;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import org.medulla.vision.network.Libtorch;
import org.medulla.vision.network.Network;

/** Training steps on noise, for measuring how fast a plan's network learns on this machine; what it learns is worth nothing. */
public final class TrainingProbe implements AutoCloseable {
    private final Learner learner;
    private final Batch batch;
    private long step;

    /** Makes ready to train by a plan. */
    public TrainingProbe(TrainingPlan plan) {
        Libtorch.load();
        Network network = plan.architecture().network(plan.classes().size());
        ParameterLayout layout = new ParameterLayout(network);
        this.learner = Learner.begin(
                plan,
                network,
                layout,
                layout.initialLearned(Map.of(), plan.seed()),
                layout.initialRunning(Map.of()),
                Learner.parts(plan));
        int count = plan.recipe().batchSize();
        int size = plan.preprocessing().size();
        ByteBuffer images = EngineMemory.allocate(Batch.bytes(count, size));
        SplittableRandom random = new SplittableRandom(plan.seed());
        for (FloatBuffer values = images.asFloatBuffer(); values.hasRemaining(); ) {
            values.put((float) random.nextDouble(-1, 1));
        }
        int[] labels = random.ints(count, 0, plan.classes().size()).toArray();
        this.batch = new Batch(size, images, labels);
    }

    /** How many images one step takes. */
    public int images() {
        return batch.count();
    }

    /** Learns once from the batch. */
    public void step() {
        learner.step(batch, 0, step++);
    }

    @Override
    public void close() {
        learner.close();
    }
}
