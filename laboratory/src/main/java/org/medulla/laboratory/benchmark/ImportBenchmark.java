package org.medulla.laboratory.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellOrder;
import org.medulla.archive.cell.CellPage;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.dataset.NumpyRandom;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.laboratory.intake.IntakeReport;
import org.medulla.laboratory.pipeline.OrderedWork;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;

/**
 * How long an import takes beside only decoding the same files with as many threads, and how long the archive then takes to
 * answer. The files are made by cycling real ones with changed bytes.
 */
public final class ImportBenchmark {
    private static final int QUERIES = 200;

    private final Path work;

    /**
     * Measures in a folder of its own.
     *
     * @param work holds the files, kept for the next run, and the archive, made anew each time
     */
    public ImportBenchmark(Path work) {
        this.work = work;
    }

    /**
     * What was measured.
     *
     * @param files how many files were decoded and imported
     * @param decodeSeconds only reading and decoding them
     * @param importSeconds importing them into an empty archive
     * @param answers how fast the archive answers
     */
    public record Result(int files, double decodeSeconds, double importSeconds, List<Answer> answers) {
        public Result {
            answers = List.copyOf(answers);
        }

        /** The import's time as a multiple of decoding. */
        public double ratio() {
            return importSeconds / decodeSeconds;
        }
    }

    /**
     * How fast one kind of question is answered.
     *
     * @param question what was asked
     * @param medianMillis the median over many askings
     * @param slowestMillis the slowest of them
     */
    public record Answer(String question, double medianMillis, double slowestMillis) {}

    /** Makes the files, decodes them, imports them, and asks. */
    public Result run(Layout originals, int count, Progress progress) {
        Path folder = work.resolve("files-" + count);
        new CycledImages(originals).write(folder, count, progress);
        List<Path> files = CycledImages.files(folder);
        double decoding = seconds(() -> decode(files, progress));
        Path home = work.resolve("archive");
        delete(home);
        try (Archive archive = Archive.open(home)) {
            double importing = seconds(() -> bringIn(archive, Layouts.standard().named("published", folder), progress));
            return new Result(files.size(), decoding, importing, ask(archive));
        }
    }

    private static IntakeReport bringIn(Archive archive, Layout layout, Progress progress) {
        ImportPlan plan = new ImportPlan("benchmark", layout.root(), layout.name(), false);
        return new ImageIntake(archive).run(plan, layout, progress);
    }

    private static long decode(List<Path> files, Progress progress) {
        long[] pixels = {0};
        try (Progress.Stage stage = progress.stage("Decoding", files.size())) {
            OrderedWork.onAllCores("Decoding").run(files.iterator(), ImportBenchmark::decode, decoded -> {
                if (decoded instanceof Decoded.Image image) {
                    pixels[0] += (long) image.pixels().width() * image.pixels().height();
                }
                stage.advance(1);
            });
        }
        return pixels[0];
    }

    private static Decoded decode(Path file) {
        try {
            return ImageDecoder.decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Answer> ask(Archive archive) {
        List<Answer> answers = new ArrayList<>();
        NumpyRandom random = new NumpyRandom(1);
        String commonest = archive.cells().countsByClass(CellQuery.all()).entrySet().stream()
                .max(Comparator.comparingLong(entry -> entry.getValue()))
                .orElseThrow()
                .getKey();
        answers.add(timed("cells by class", () -> archive.cells().countsByClass(CellQuery.all())));
        for (CellOrder order : CellOrder.values()) {
            CellQuery all = CellQuery.all().orderedBy(order, true);
            answers.add(timed("any page, " + order + ", newest first", () -> anyPage(archive, all, random)));
        }
        CellQuery one = CellQuery.all().ofClasses(List.of(commonest)).orderedBy(CellOrder.FILE_NAME, false);
        answers.add(timed("any page of " + commonest + ", FILE_NAME", () -> anyPage(archive, one, random)));
        return answers;
    }

    private static CellPage anyPage(Archive archive, CellQuery query, NumpyRandom random) {
        int pages = archive.cells().page(query, 0).pages();
        return archive.cells().page(query, random.upTo(Math.max(0, pages - 1)));
    }

    private static Answer timed(String question, Supplier<?> asking) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            millis.add(1000 * seconds(asking));
        }
        millis.sort(Comparator.naturalOrder());
        return new Answer(question, millis.get(QUERIES / 2), millis.getLast());
    }

    private static double seconds(Supplier<?> work) {
        long start = System.nanoTime();
        if (work.get() == null) {
            throw new IllegalStateException("Nothing came of it");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
