package org.medulla.laboratory.benchmark;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.counting.SmearCount;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.network.MultiplyAdds;
import org.medulla.vision.network.Network;
import org.medulla.vision.preprocessing.Preparer;
import org.medulla.vision.preprocessing.Preprocessing;
import org.medulla.vision.speed.LibtorchNetwork;

/** What one model does with images, each part by itself and all together. */
final class NetworkSpeed implements AutoCloseable {
    /** Images for each core in a batch of libtorch, where more are no faster. */
    private static final int BATCH_OF_LIBTORCH = 4;

    private final OpenModel model;
    private final SpeedImages images;
    private final int cells;
    private final int cores;
    private final List<float[]> inputs;
    private final LibtorchNetwork libtorch;

    /**
     * Makes ready to measure.
     *
     * @param cells how many of the files are counted at a time
     */
    NetworkSpeed(OpenModel model, SpeedImages images, int cells, int cores) {
        this.model = model;
        this.images = images;
        this.cells = cells;
        this.cores = cores;
        int count = 2 * cores * model.classifier().network().capacity();
        this.inputs = IntStream.range(0, count).mapToObj(this::input).toList();
        this.libtorch = new LibtorchNetwork(
                network(),
                model.file().parameters(),
                IntStream.range(0, BATCH_OF_LIBTORCH).mapToObj(this::input).toList(),
                preprocessing().size(),
                cores);
    }

    private float[] input(int index) {
        return preprocessing().apply(picture(index), OptionalDouble.empty(), 0);
    }

    private RgbImage picture(int index) {
        return images.pictures().get(index % images.pictures().size());
    }

    private Network network() {
        return model.file().description().network();
    }

    private Preprocessing preprocessing() {
        return model.file().description().preprocessing();
    }

    /** Everything that is measured of it. */
    List<Measured> measured() {
        return List.of(
                new Measured(subject(Speed.Work.PREPARE), images.pictures().size(), this::prepare),
                new Measured(subject(Speed.Work.INFER), inputs.size(), this::infer),
                new Measured(subject(Speed.Work.INFER_IN_LIBTORCH), libtorch.images(), libtorch::run),
                new Measured(subject(Speed.Work.COUNT), cells, this::count));
    }

    private Speed.Subject subject(Speed.Work work) {
        int views = preprocessing().views();
        return new Speed.Subject(
                work,
                Optional.of(network().architecture() + ", " + preprocessing().size() + " px"
                        + (views == 1 ? "" : ", up to " + views + " views")));
    }

    /** What was found. */
    Speed.Row row(Measured measured) {
        return measured.row(operations(measured.subject().work()));
    }

    /** The floating-point operations of one image in that work; 0 while counting, when doubtful cells alone are looked at again. */
    private double operations(Speed.Work work) {
        double each = 2.0 * MultiplyAdds.of(network(), preprocessing().size());
        return switch (work) {
            case INFER, INFER_IN_LIBTORCH -> each;
            case COUNT, MULTIPLY, DECODE, PREPARE, TRAIN -> 0;
        };
    }

    private void prepare() {
        float[] sink = {0};
        OrderedWork work = new OrderedWork("Preparing", cores, 64 * cores);
        ThreadLocal<View> views = ThreadLocal.withInitial(() -> new View(preprocessing()));
        work.run(images.pictures().iterator(), picture -> views.get().of(picture), value -> sink[0] += value);
        keep(sink[0]);
    }

    private void infer() {
        keep(model.classifier().network().logits(inputs).getFirst()[0]);
    }

    private void count() {
        SmearCount.of(model, images.paths().subList(0, cells), List.of(), Progress.silent());
    }

    private static void keep(float value) {
        if (Float.isNaN(value)) {
            throw new IllegalStateException("The network gave no number");
        }
    }

    @Override
    public void close() {
        libtorch.close();
        model.close();
    }

    /** One thread's memory for prepared pictures. */
    private static final class View {
        private final Preparer preparer;
        private final FloatBuffer target;

        View(Preprocessing preprocessing) {
            this.preparer = new Preparer(preprocessing);
            this.target = FloatBuffer.allocate(3 * preprocessing.size() * preprocessing.size());
        }

        float of(RgbImage picture) {
            target.clear();
            preparer.putViews(picture, OptionalDouble.empty(), 0, 1, target);
            return target.get(0);
        }
    }
}
