package org.medulla.archive.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.FileStamp;
import org.medulla.archive.intake.ImageFacts;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.Incoming;
import org.medulla.archive.intake.Intake;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.prediction.Prediction;
import org.medulla.cytology.nomenclature.Nomenclature;

/**
 * Measures searching among many cells, each with a prediction, without image files. Arguments: an empty folder (or one that it filled), how
 * many cells. Times are medians of {@value #REPEATS} in milliseconds of the asking thread's processor time.
 */
public final class SearchBenchmark {
    private static final int BATCH = 5_000;
    private static final int REPEATS = 15;
    private static final List<String> QUESTIONS = List.of(
            "",
            "class:BLA",
            "class:BLA,PMO,MYB confidence:<0.6",
            "-source:lab-3 (lineage:lymphoid OR diagnosis:AML) disputed:no",
            "patient:P0123",
            "prediction:NGS -class:NGS",
            "confidence:0.5..0.6 stain:Pappenheim smear:S1*");

    private SearchBenchmark() {}

    /** Fills the folder and prints what each question took. */
    public static void main(String[] arguments) {
        int cells = Integer.parseInt(arguments[1]);
        try (Archive archive = Archive.open(Path.of(arguments[0]))) {
            CellSearch search = archive.search();
            if (search.count(Condition.EVERYTHING) < cells) {
                fill(archive, cells);
            }
            CellSearch fresh = archive.search();
            System.out.printf(
                    Locale.ROOT,
                    "%,d cells; catalogue read: %.0f ms%n",
                    cells,
                    once(() -> fresh.count(Condition.EVERYTHING)));
            for (String question : QUESTIONS) {
                ask(fresh, question);
            }
            archive.annotations().add(Reading.of(new CellId(7), "bench", "PMO"));
            System.out.printf(
                    Locale.ROOT,
                    "the first question after a label: %.1f ms%n",
                    once(() -> fresh.count(Condition.EVERYTHING)));
        }
    }

    private static void ask(CellSearch search, String question) {
        Condition condition = SearchLanguage.parse(question);
        int total = search.count(condition);
        double slowest = 0;
        for (SearchOrder order : SearchOrder.values()) {
            search.page(condition, order, false, 0, 1);
            for (int from : new int[] {0, total / 2, Math.max(0, total - 200)}) {
                slowest = Math.max(slowest, median(() -> search.page(condition, order, false, from, 200)));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-66s %,9d cells; slowest of 15 pages %5.1f ms; all facets %5.1f ms%n",
                question,
                total,
                slowest,
                median(() -> search.facets(condition)));
    }

    private static void fill(Archive archive, int cells) {
        List<String> codes = Nomenclature.standard().codes();
        Random random = new Random(1);
        try (Intake intake = archive.intake(new ImportPlan("lab-1", Path.of("/set"), "published", true))) {
            for (int from = 0; from < cells; from += BATCH) {
                List<Incoming> batch = new ArrayList<>();
                for (int serial = from; serial < Math.min(cells, from + BATCH); serial++) {
                    batch.add(incoming(codes.get(random.nextInt(codes.size())), serial));
                }
                intake.store(batch);
            }
            intake.finish();
        }
        Digest model = Digest.of("model".getBytes(StandardCharsets.UTF_8));
        for (int from = 0; from < cells; from += BATCH) {
            List<Prediction> batch = new ArrayList<>();
            for (int serial = from; serial < Math.min(cells, from + BATCH); serial++) {
                float probability = 0.3f + 0.7f * random.nextFloat();
                batch.add(new Prediction(
                        new CellId(serial + 1L),
                        codes.get(random.nextInt(codes.size())),
                        probability,
                        "NIF",
                        (1 - probability) / 3,
                        true,
                        0.5f));
            }
            archive.predictions().add(model, batch);
        }
    }

    private static Incoming incoming(String code, int serial) {
        CellDetails details = new CellDetails(
                Optional.of(String.format(Locale.ROOT, "P%04d", serial % 5000)),
                Optional.of("S" + serial % 10_000),
                Optional.of(List.of("AML", "MDS", "CLL", "ALL", "CML", "myeloma", "none")
                        .get(serial % 7)),
                Optional.of(serial % 3 == 0 ? "Pappenheim" : "Wright"),
                Optional.of("scanner " + serial % 4),
                OptionalDouble.of(0.1),
                Map.of());
        LabelledFile file = new LabelledFile(
                Path.of("/set/" + code + "/" + code + "_" + serial + ".jpg"), code, Optional.empty(), details);
        Digest digest = Digest.of(("cell " + serial).getBytes(StandardCharsets.UTF_8));
        return new Incoming.Image(
                file, new FileStamp(40_000, 0), new ImageFacts(digest, 40_000, 250, 250, "jpeg", serial));
    }

    private static double median(Runnable question) {
        double[] times = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            times[i] = once(question);
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    private static double once(Runnable question) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        question.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
