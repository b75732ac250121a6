package org.medulla.vision.feature.classifier;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.feature.CellFeatures;
import org.medulla.vision.feature.FeatureVector;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;

/**
 * Prints what classifiers of features reach on the real marrow cells, a fifth of them held back by a seed, and on the blood cells
 * of another laboratory. Run by hand, with one thread: {@code java org.medulla.vision.feature.classifier.FeatureFigures DATA
 * seed...}.
 */
final class FeatureFigures {
    private static final List<String> CLASSES = List.of("BLA", "PMO", "NGS", "EOS", "MON", "LYT", "ART", "NIF");
    private static final Map<String, String> BLOOD =
            Map.of("EO", "EOS", "LY", "LYT", "MO", "MON", "SNE", "NGS", "PMY", "PMO");

    private FeatureFigures() {}

    /** A measured cell and its class. */
    private record Cell(FeatureVector vector, int label) {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        List<Cell> marrow = measure(data.resolve("marrow"), prefix -> prefix);
        List<Cell> blood = measure(data.resolve("blood"), prefix -> BLOOD.getOrDefault(prefix, ""));
        for (int k = 1; k < args.length; k++) {
            compare(marrow, blood, Long.parseLong(args[k]));
        }
    }

    private static void compare(List<Cell> marrow, List<Cell> blood, long seed) {
        System.out.println("seed " + seed);
        List<Cell> order = new ArrayList<>(marrow);
        Collections.shuffle(order, new Random(seed));
        List<Cell> held = order.subList(0, order.size() / 5);
        List<Cell> training = order.subList(order.size() / 5, order.size());
        for (FeatureMethod method : FeatureMethod.values()) {
            long wall = System.nanoTime();
            long start = cpu();
            FeatureClassifier classifier = FeatureClassifier.train(
                    method,
                    training.stream().map(Cell::vector).toList(),
                    training.stream().mapToInt(Cell::label).toArray(),
                    CLASSES,
                    seed,
                    Progress.silent());
            System.out.printf(
                    Locale.ROOT,
                    "%s: trained on %d cells in %.1f s of processor time, %.1f s on the wall; %s%n",
                    method.words(),
                    training.size(),
                    (cpu() - start) / 1e9,
                    (System.nanoTime() - wall) / 1e9,
                    classifier.settings());
            report("  marrow held back", classifier, held, false);
            report("  blood, eight classes to choose from", classifier, blood, false);
            report("  blood, five classes to choose from", classifier, blood, true);
        }
    }

    private static List<Cell> measure(Path folder, UnaryOperator<String> code) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.walk(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
        List<Cell> cells = new ArrayList<>();
        long spent = 0;
        for (Path file : files) {
            String prefix = file.getFileName().toString().replaceFirst("_.*", "");
            int label = CLASSES.indexOf(code.apply(prefix));
            if (label >= 0 && ImageDecoder.decode(Files.readAllBytes(file)) instanceof Decoded.Image image) {
                long start = cpu();
                cells.add(new Cell(CellFeatures.of(image.pixels()), label));
                spent += cpu() - start;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d cells, %d features, %.2f ms of processor time a cell with segmentation%n",
                folder.getFileName(),
                cells.size(),
                CellFeatures.names().size(),
                spent / 1e6 / cells.size());
        return cells;
    }

    private static void report(String what, FeatureClassifier classifier, List<Cell> cells, boolean sharedOnly) {
        int[] right = new int[CLASSES.size()];
        int[] all = new int[CLASSES.size()];
        long start = cpu();
        for (Cell cell : cells) {
            float[] probabilities = classifier.probabilities(cell.vector);
            int best = -1;
            for (int c = 0; c < probabilities.length; c++) {
                boolean allowed = !sharedOnly || BLOOD.containsValue(CLASSES.get(c));
                if (allowed && (best < 0 || probabilities[c] > probabilities[best])) {
                    best = c;
                }
            }
            all[cell.label]++;
            right[cell.label] += best == cell.label ? 1 : 0;
        }
        double spent = (cpu() - start) / 1e6 / cells.size();
        StringBuilder recalls = new StringBuilder();
        double sum = 0;
        int filled = 0;
        for (int c = 0; c < all.length; c++) {
            if (all[c] > 0) {
                double recall = (double) right[c] / all[c];
                recalls.append(String.format(Locale.ROOT, " %s %.2f", CLASSES.get(c), recall));
                sum += recall;
                filled++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: balanced accuracy %.3f of %d cells, %.2f ms a cell;%s%n",
                what,
                sum / filled,
                cells.size(),
                spent,
                recalls);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
