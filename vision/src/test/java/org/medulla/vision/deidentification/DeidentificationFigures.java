package org.medulla.vision.deidentification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;

/**
 * Prints how often published images give a false alarm by their paths, their metadata and their pixels, and how often words that
 * were drawn into them are missed. Run by hand: {@code java org.medulla.vision.deidentification.DeidentificationFigures DATA}.
 */
final class DeidentificationFigures {
    private static final int PHANTOMS = 600;

    private DeidentificationFigures() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        namesAndMetadata(data);
        for (String set : List.of("marrow", "blood")) {
            List<Path> files = files(data.resolve(set));
            pixels(set, files.size(), i -> picture(files.get(i)));
        }
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(PHANTOMS, 40, 5));
        pixels("phantoms", PHANTOMS, i -> series.draw(i).image());
    }

    private static void namesAndMetadata(Path data) throws IOException {
        int files = 0;
        int named = 0;
        int serious = 0;
        for (String set : List.of("marrow", "marrow-original", "blood", "bccd")) {
            for (Path file : files(data.resolve(set))) {
                files++;
                named +=
                        IdentifyingText.inPath(data.relativize(file).toString()).isEmpty() ? 0 : 1;
                serious += FileInspector.inspect(Files.readAllBytes(file)).stream()
                                .anyMatch(finding -> finding.severity() != Severity.HARMLESS)
                        ? 1
                        : 0;
            }
        }
        System.out.printf(Locale.ROOT, "%d files: %d paths and %d files with a finding%n", files, named, serious);
    }

    private static void pixels(String set, int count, IntFunction<RgbImage> pictures) {
        SplittableRandom random = new SplittableRandom(2026);
        int alarms = 0;
        Map<String, int[]> missed = new TreeMap<>();
        long spent = 0;
        for (int i = 0; i < count; i++) {
            RgbImage picture = pictures.apply(i);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            alarms += BurntInText.find(picture).isEmpty() ? 0 : 1;
            spent += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            TextDrawing drawing = TextDrawing.draw(picture, random);
            int miss = BurntInText.find(drawing.image()).isEmpty() ? 1 : 0;
            String size = drawing.font().replaceAll("\\D", "").compareTo("14") < 0 ? "10 to 13 px" : "14 to 24 px";
            for (String part : List.of("all", drawing.font().replaceAll(" .*", ""), drawing.colour(), size)) {
                int[] counts = missed.computeIfAbsent(part, p -> new int[2]);
                counts[0] += miss;
                counts[1]++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: false alarms %s, %.1f ms of processor time a picture%n",
                set,
                share(alarms, count),
                spent / 1e6 / count);
        missed.forEach(
                (part, counts) -> System.out.println("    missed, " + part + ": " + share(counts[0], counts[1])));
    }

    /** A share with Wilson's 95 % interval (Wilson, JASA 1927). */
    private static String share(int part, int all) {
        double z = 1.96;
        double p = (double) part / all;
        double middle = (p + z * z / (2 * all)) / (1 + z * z / all);
        double half = z / (1 + z * z / all) * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all));
        return String.format(
                Locale.ROOT,
                "%d of %d = %.2f %% (%.2f to %.2f)",
                part,
                all,
                100 * p,
                100 * Math.max(0, middle - half),
                100 * (middle + half));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Path[] files = all.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toArray(Path[]::new);
            return Arrays.asList(files);
        }
    }

    private static RgbImage picture(Path file) {
        try {
            if (ImageDecoder.decode(Files.readAllBytes(file)) instanceof Decoded.Image image) {
                return image.pixels();
            }
            throw new IllegalStateException(file + " is no image");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
