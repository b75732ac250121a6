package org.medulla.archive;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.cell.CellOrder;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.cell.Cells;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.FileStamp;
import org.medulla.archive.intake.ImageFacts;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.Incoming;
import org.medulla.archive.intake.Intake;
import org.medulla.archive.layout.LabelledFile;

/**
 * Measures the archive at the size of the published collection: 171,374 rows without image files. Run with an empty folder;
 * pages and counts are medians of {@value #REPEATS} in milliseconds of processor time.
 */
public final class ArchiveBenchmark {
    private static final int BATCH = 5_000;
    private static final int REPEATS = 15;
    private static final List<String> DIAGNOSES = List.of("AML", "MDS", "CLL", "ALL", "CML", "myeloma", "none");
    private static final Map<String, Integer> PUBLISHED = published();

    private ArchiveBenchmark() {}

    /** Fills the folder and prints what each question took. */
    public static void main(String[] arguments) throws IOException {
        Path home = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("medulla-benchmark");
        try (Archive archive = Archive.open(home)) {
            if (archive.cells().count(CellQuery.all()) == 0) {
                timed("171,374 rows stored", () -> fill(archive));
            }
        }
        try (Archive archive = Archive.open(home)) {
            ask(archive.cells());
            timed("all cells frozen", () -> archive.datasets().freeze("all", CellQuery.all()));
            timed("import run again, all files known", () -> fill(archive));
            timed("10,000 blobs of 40 KB written", () -> writeBlobs(archive));
        }
    }

    private static void ask(Cells cells) {
        timed("first page, cold", () -> cells.page(CellQuery.all(), 0));
        median("counts by class", () -> cells.countsByClass(CellQuery.all()));
        median(
                "counts by class of one patient",
                () -> cells.countsByClass(CellQuery.all().ofPatient("P0123")));
        Map<String, CellQuery> queries = new LinkedHashMap<>();
        queries.put("all", CellQuery.all());
        queries.put("class NGS", CellQuery.all().ofClasses(List.of("NGS")));
        queries.put("class MMZ", CellQuery.all().ofClasses(List.of("MMZ")));
        queries.put("class ABE", CellQuery.all().ofClasses(List.of("ABE")));
        queries.put("classes BLA, PMO, MYB", CellQuery.all().ofClasses(List.of("BLA", "PMO", "MYB")));
        queries.put("source", CellQuery.all().fromSources(List.of("published")));
        queries.put("diagnosis", CellQuery.all().ofDiagnosis("AML"));
        queries.put("smear", CellQuery.all().ofSmear("S17"));
        queries.put("contradicted", CellQuery.all().contradicted());
        queries.put("patient", CellQuery.all().ofPatient("P0123"));
        queries.forEach((name, query) -> askPages(cells, name, query));
    }

    private static void askPages(Cells cells, String name, CellQuery query) {
        for (CellOrder order : CellOrder.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                CellQuery ordered = query.orderedBy(order, descending);
                int pages = cells.page(ordered, 0).pages();
                List<Double> worst = new ArrayList<>();
                for (int page : new int[] {0, pages / 4, pages / 2, pages * 3 / 4, Math.max(0, pages - 1)}) {
                    worst.add(medianMillis(() -> cells.page(ordered, page)));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-24s %-10s %-5s pages 0, 1/4, 1/2, 3/4, last: %s ms%n",
                        name,
                        order,
                        descending ? "desc" : "asc",
                        worst.stream()
                                .map(ms -> String.format(Locale.ROOT, "%.1f", ms))
                                .toList());
            }
        }
    }

    private static long fill(Archive archive) {
        long done = 0;
        try (Intake intake = archive.intake(new ImportPlan("published", Path.of("/set"), "published", true))) {
            List<Incoming> batch = new ArrayList<>();
            for (Map.Entry<String, Integer> entry : PUBLISHED.entrySet()) {
                for (int number = 1; number <= entry.getValue(); number++) {
                    Incoming.Image image = incoming(entry.getKey(), number, done++);
                    if (!intake.known(image.file(), image.stamp())) {
                        batch.add(image);
                    }
                    if (batch.size() == BATCH) {
                        intake.store(batch);
                        batch.clear();
                    }
                }
            }
            intake.store(batch);
            return intake.finish().cells();
        }
    }

    private static void writeBlobs(Archive archive) {
        Random random = new Random(1);
        byte[] bytes = new byte[40_000];
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(bytes);
            archive.blobs().put(bytes);
        }
    }

    private static Incoming.Image incoming(String classCode, int number, long serial) {
        Path path = Path.of(String.format(
                Locale.ROOT, "/set/BM_cytomorphology_data/%s/0001-1000/%s_%05d.jpg", classCode, classCode, number));
        CellDetails details = new CellDetails(
                Optional.of(String.format(Locale.ROOT, "P%04d", serial * 7919 % 945)),
                Optional.of("S" + serial % 1900),
                Optional.of(DIAGNOSES.get((int) (serial % 945 % DIAGNOSES.size()))),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(0.2),
                Map.of());
        Digest digest = Digest.of(("cell " + serial).getBytes(StandardCharsets.UTF_8));
        return new Incoming.Image(
                new LabelledFile(path, classCode, Optional.empty(), details),
                new FileStamp(40_000, serial),
                new ImageFacts(digest, 40_000, 250, 250, "jpeg", serial));
    }

    private static void timed(String name, Runnable work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startOfThread = thread.getCurrentThreadCpuTime();
        work.run();
        double millis = (System.nanoTime() - start) / 1e6;
        double ofThread = (thread.getCurrentThreadCpuTime() - startOfThread) / 1e6;
        System.out.printf(Locale.ROOT, "%-40s %.1f ms, %.1f ms of the thread%n", name, millis, ofThread);
    }

    private static void median(String name, Runnable work) {
        System.out.printf(Locale.ROOT, "%-40s %.2f ms%n", name, medianMillis(work));
    }

    // The processor time of the thread: on a busy machine the clock on the wall measures the others.
    private static double medianMillis(Runnable work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double[] millis = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long start = thread.getCurrentThreadCpuTime();
            work.run();
            millis[i] = (thread.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[REPEATS / 2];
    }

    private static Map<String, Integer> published() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> codes = List.of(
                "ABE", "ART", "BAS", "BLA", "EBO", "EOS", "FGC", "HAC", "KSC", "LYI", "LYT", "MMZ", "MON", "MYB", "NGB",
                "NGS", "NIF", "OTH", "PEB", "PLM", "PMO");
        int[] cells = {
            8, 19630, 441, 11973, 27395, 5883, 47, 409, 42, 65, 26242, 3055, 4040, 6557, 9968, 29424, 3538, 294, 2740,
            7629, 11994
        };
        for (int i = 0; i < codes.size(); i++) {
            counts.put(codes.get(i), cells[i]);
        }
        return counts;
    }
}
