package org.medulla.laboratory.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.model.ModelShelf;
import org.medulla.laboratory.model.OpenModel;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.network.MultiplyAdds;
import org.medulla.vision.preprocessing.Preprocessing;
import org.medulla.vision.speed.MatrixProducts;
import org.medulla.vision.training.Device;
import org.medulla.vision.training.TrainingPlan;
import org.medulla.vision.training.TrainingProbe;

/**
 * How fast decoding, preprocessing, inference, whole counts and training are, beside the fastest that the processor multiplies
 * matrices and beside the same networks in libtorch. Everything is measured in turns, several times over, and the best counts.
 */
public final class SpeedBenchmark {
    /** Codes of classes that are counted, so that a count of any answers has a differential. */
    private static final List<String> CLASSES = List.of("BLA", "PMO", "NGS", "EOS", "MON", "LYT", "EBO", "PLM");

    private static final int ROUNDS = 4;
    private static final double SECONDS = 0.7;

    /** A forward and a backward pass: the gradients of the inputs and of the weights take as much as the forward pass each. */
    private static final double PASSES = 3;

    /** Files of a count by a network that takes a core 40 ms for each. */
    private static final int CELLS_OF_A_SLOW_NETWORK = 24;

    private final Optional<Path> images;
    private final Optional<String> model;
    private final ModelShelf shelf;
    private final int cores = Runtime.getRuntime().availableProcessors();

    /**
     * Measures with these images and this model.
     *
     * @param images a folder of images; phantoms are drawn where none is given
     * @param model a name or file as {@link ModelShelf} takes it; an untrained {@code mobilenet} where none is given
     */
    public SpeedBenchmark(ModelShelf shelf, Optional<Path> images, Optional<String> model) {
        this.shelf = shelf;
        this.images = images;
        this.model = model;
    }

    /** Measures for about a minute. */
    public Speed run(Progress progress) {
        try {
            Path work = Files.createTempDirectory("medulla-benchmark");
            try {
                return run(work, progress);
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Speed run(Path work, Progress progress) {
        SpeedImages pictures = SpeedImages.of(images, work, progress);
        Speed.Subject product = new Speed.Subject(Speed.Work.MULTIPLY, Optional.empty());
        List<Speed.Row> rows = new ArrayList<>();
        Measured onnxRuntime;
        Measured libtorch;
        // Training first, so that its memory is not that of what came before.
        List<Speed.Row> training =
                List.of(training(Architecture.SMALL, 96, progress), training(Architecture.RESNEXT50, 64, progress));
        OptionalLong trainingMemory = ResidentMemory.peak();
        try (MatrixProducts inOnnxRuntime = new MatrixProducts.InOnnxRuntime(cores);
                MatrixProducts inLibtorch = new MatrixProducts.InLibtorch(cores);
                NetworkSpeed usual = new NetworkSpeed(usual(), pictures, SpeedImages.CELLS, cores);
                NetworkSpeed resnext = new NetworkSpeed(
                        untrained(work, Architecture.RESNEXT50), pictures, CELLS_OF_A_SLOW_NETWORK, cores)) {
            onnxRuntime = new Measured(product, inOnnxRuntime.operations(), inOnnxRuntime::run);
            libtorch = new Measured(product, inLibtorch.operations(), inLibtorch::run);
            Measured decoding = new Measured(
                    new Speed.Subject(Speed.Work.DECODE, Optional.empty()),
                    pictures.bytes().size(),
                    () -> decode(pictures));
            List<Measured> all = new ArrayList<>(List.of(onnxRuntime, libtorch, decoding));
            List<Measured> ofUsual = usual.measured();
            List<Measured> ofResnext = resnext.measured();
            all.addAll(ofUsual);
            all.addAll(ofResnext);
            measure("Measuring inference", all, progress);
            rows.add(decoding.row(0));
            ofUsual.forEach(one -> rows.add(usual.row(one)));
            ofResnext.forEach(one -> rows.add(resnext.row(one)));
        }
        rows.addAll(training);
        return new Speed(cores, onnxRuntime.row(1), libtorch.row(1), rows, trainingMemory);
    }

    private OpenModel usual() {
        return shelf.findOrShipped(model).open();
    }

    private static OpenModel untrained(Path work, Architecture architecture) {
        Path file = work.resolve(architecture.title() + ".medulla");
        return new OpenModel("untrained", Classifier.open(UntrainedModel.write(file, architecture, CLASSES)));
    }

    private void decode(SpeedImages pictures) {
        new OrderedWork("Decoding", cores, 64 * cores)
                .run(pictures.bytes().iterator(), ImageDecoder::decode, decoded -> {
                    if (decoded instanceof Decoded.Rejected rejected) {
                        throw new IllegalStateException("A picture now " + rejected.words());
                    }
                });
    }

    private static Speed.Row training(Architecture architecture, int size, Progress progress) {
        TrainingPlan plan = TrainingPlan.standard(architecture, CLASSES)
                .withDevice(Device.CPU)
                .withPreprocessing(Preprocessing.standard(architecture).withSize(size));
        try (TrainingProbe probe = new TrainingProbe(plan)) {
            Speed.Subject subject = new Speed.Subject(
                    Speed.Work.TRAIN,
                    Optional.of(architecture.title() + ", " + size + " px, batches of " + probe.images()));
            Measured measured = new Measured(subject, probe.images(), probe::step);
            measure("Measuring training", List.of(measured), progress);
            long forward = MultiplyAdds.of(architecture.network(CLASSES.size()), size);
            return measured.row(2.0 * PASSES * forward);
        }
    }

    private static void measure(String words, List<Measured> all, Progress progress) {
        try (Progress.Stage stage = progress.stage(words, all.size() * (ROUNDS + 1L))) {
            for (Measured one : all) {
                one.warmUp(SECONDS);
                stage.advance(1);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Measured one : all) {
                    one.round(SECONDS);
                    stage.advance(1);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
