package org.medulla.vision.stain;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.phantom.ContactSheet;

/**
 * Prints the numbers of the standard appearance, how far apart two laboratories look before and after, and the speed; draws a
 * sheet. Run by hand: {@code java org.medulla.vision.stain.StainFigures DATA SHEET.png}.
 */
final class StainFigures {
    private StainFigures() {}

    public static void main(String[] args) throws IOException {
        List<RgbImage> marrow = pictures(Path.of(args[0]).resolve("marrow"), 500);
        List<RgbImage> blood = pictures(Path.of(args[0]).resolve("blood"), 500);
        System.out.println("standard, along the axes and the stains:");
        List<List<DensityStatistics>> statistics = Stream.of(marrow, blood)
                .map(set -> set.stream()
                        .flatMap(image -> DensityStatistics.of(List.of(image)).stream())
                        .toList())
                .toList();
        List<List<StainPair>> pairs = Stream.of(marrow, blood)
                .map(set -> set.stream()
                        .flatMap(image -> StainPair.of(List.of(image)).stream())
                        .toList())
                .toList();
        for (int k = 0; k < 3; k++) {
            int axis = k;
            print("mean " + k, statistics, s -> s.mean().get(axis));
            print("deviation " + k, statistics, s -> s.deviation().get(axis));
            print("blue " + k, pairs, s -> s.blue().get(axis));
            print("red " + k, pairs, s -> s.red().get(axis));
        }
        print("most blue", pairs, StainPair::mostBlue);
        print("most red", pairs, StainPair::mostRed);

        Reinhard reinhard = new Reinhard(DensityStatistics.STANDARD);
        Macenko macenko = new Macenko(StainPair.STANDARD);
        DensityStatistics marrowStatistics = DensityStatistics.of(marrow).orElseThrow();
        DensityStatistics bloodStatistics = DensityStatistics.of(blood).orElseThrow();
        StainPair marrowPair = StainPair.of(marrow).orElseThrow();
        StainPair bloodPair = StainPair.of(blood).orElseThrow();
        List<ContactSheet.Row> rows = new ArrayList<>();
        apart("raw", marrow, blood, i -> i, i -> i, rows);
        apart("REINHARD", marrow, blood, reinhard::apply, reinhard::apply, rows);
        apart("MACENKO", marrow, blood, macenko::apply, macenko::apply, rows);
        apart(
                "REINHARD BY LABORATORY",
                marrow,
                blood,
                i -> reinhard.apply(i, marrowStatistics),
                i -> reinhard.apply(i, bloodStatistics),
                rows);
        apart(
                "MACENKO BY LABORATORY",
                marrow,
                blood,
                i -> macenko.apply(i, marrowPair),
                i -> macenko.apply(i, bloodPair),
                rows);
        Files.write(Path.of(args[1]), ContactSheet.of(rows, 1, 120).toPng());
        speed("Reinhard", marrow, reinhard);
        speed("Macenko", marrow, macenko);
    }

    private static <T> void print(String name, List<List<T>> sets, ToDoubleFunction<T> number) {
        double[] medians = sets.stream()
                .mapToDouble(set -> set.stream().mapToDouble(number).sorted().toArray()[set.size() / 2])
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%-12s marrow %.4f blood %.4f half way %.4f%n",
                name,
                medians[0],
                medians[1],
                (medians[0] + medians[1]) / 2);
    }

    /** The distance of the laboratories' mean statistics, in deviations between pictures of one laboratory. */
    private static void apart(
            String name,
            List<RgbImage> marrow,
            List<RgbImage> blood,
            UnaryOperator<RgbImage> ofMarrow,
            UnaryOperator<RgbImage> ofBlood,
            List<ContactSheet.Row> rows) {
        double[][] one = measured(marrow, ofMarrow);
        double[][] other = measured(blood, ofBlood);
        StringBuilder line = new StringBuilder();
        double all = 0;
        for (int k = 0; k < 6; k++) {
            double difference = mean(one, k) - mean(other, k);
            all += difference * difference;
            line.append(String.format(Locale.ROOT, " %.3f", Math.abs(difference)));
        }
        System.out.printf(Locale.ROOT, "%-24s apart %.3f (axes:%s)%n", name, Math.sqrt(all), line);
        rows.add(new ContactSheet.Row(
                name,
                Stream.concat(
                                marrow.stream().limit(6).map(ofMarrow),
                                blood.stream().limit(6).map(ofBlood))
                        .toList()));
    }

    private static double[][] measured(List<RgbImage> images, UnaryOperator<RgbImage> change) {
        return images.stream()
                .flatMap(image -> DensityStatistics.of(List.of(change.apply(image))).stream())
                .map(s -> Stream.concat(s.mean().stream(), s.deviation().stream())
                        .mapToDouble(d -> d)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double mean(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
    }

    private static void speed(String name, List<RgbImage> images, StainNormalisation normalisation) {
        for (int round = 0; round < 3; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long sum = 0;
            for (RgbImage image : images) {
                sum += normalisation.apply(image).value(1000);
            }
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            System.out.printf(Locale.ROOT, "%s: %.2f ms per picture (%d)%n", name, spent / 1e6 / images.size(), sum);
        }
    }

    static List<RgbImage> pictures(Path folder, int count) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = new ArrayList<>(all.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList());
        }
        Collections.shuffle(files, new Random(11));
        List<RgbImage> pictures = new ArrayList<>();
        for (Path file : files.subList(0, Math.min(count, files.size()))) {
            if (ImageDecoder.decode(Files.readAllBytes(file)) instanceof Decoded.Image image) {
                pictures.add(image.pixels());
            }
        }
        return pictures;
    }
}
