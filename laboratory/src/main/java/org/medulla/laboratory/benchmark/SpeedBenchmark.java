package org.medulla.laboratory.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private static final double SECONDS = 0.8;
    private static final double WARM_UP_SECONDS = 0.5;
    private static final int TRAINING_ROUNDS = 3;

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
        List<Speed.Row> rows = new ArrayList<>();
        Measured onnxRuntime;
        Measured libtorch;
        try (MatrixProducts inOnnxRuntime = new MatrixProducts.InOnnxRuntime(cores);
                MatrixProducts inLibtorch = new MatrixProducts.InLibtorch(cores);
                NetworkSpeed usual = new NetworkSpeed(usual(), pictures, SpeedImages.CELLS, cores);
                NetworkSpeed resnext = new NetworkSpeed(
                        untrained(work, Architecture.RESNEXT50), pictures, CELLS_OF_A_SLOW_NETWORK, cores)) {
            Speed.Subject nothing = new Speed.Subject(Speed.Work.DECODE, Optional.empty());
            onnxRuntime = new Measured(nothing, inOnnxRuntime.operations(), inOnnxRuntime::run);
            libtorch = new Measured(nothing, inLibtorch.operations(), inLibtorch::run);
            Measured decoding = new Measured(nothing, pictures.bytes().size(), () -> decode(pictures));
            List<Measured> ofUsual = usual.measured();
            List<Measured> ofResnext = resnext.measured();
            measure(
                    "Measuring inference",
                    Stream.of(List.of(onnxRuntime, libtorch, decoding), ofUsual, ofResnext)
                            .flatMap(List::stream)
                            .toList(),
                    ROUNDS,
                    progress);
            rows.add(row(decoding, 0));
            ofUsual.forEach(
                    one -> rows.add(row(one, usual.operations(one.subject().work()))));
            ofResnext.forEach(
                    one -> rows.add(row(one, resnext.operations(one.subject().work()))));
        }
        rows.add(training(Architecture.SMALL, 96, progress));
        rows.add(training(Architecture.RESNEXT50, 64, progress));
        return new Speed(cores, onnxRuntime.rate(), libtorch.rate(), rows, Measured.peakMemory());
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
            measure("Measuring training", List.of(measured), TRAINING_ROUNDS, progress);
            long forward = MultiplyAdds.of(architecture.network(CLASSES.size()), size);
            return row(measured, 2.0 * PASSES * forward);
        }
    }

    private static void measure(String words, List<Measured> all, int rounds, Progress progress) {
        try (Progress.Stage stage = progress.stage(words, (long) all.size() * (rounds + 1))) {
            for (int round = 0; round <= rounds; round++) {
                for (Measured one : all) {
                    one.round(round == 0 ? WARM_UP_SECONDS : SECONDS);
                    stage.advance(1);
                }
            }
        }
    }

    private static Speed.Row row(Measured measured, double operations) {
        return new Speed.Row(measured.subject(), measured.rate(), operations, measured.coresBusy());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
