package org.medulla.vision.quality;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;

/**
 * Prints where the measures of quality lie on published images and what share of them each limit flags, as they are and made worse in one
 * way each. Run by hand: {@code java org.medulla.vision.quality.QualityFigures DATA [PICTURES_A_SET]}.
 */
final class QualityFigures {
    private static final double[] SHARES = {0.005, 0.01, 0.02, 0.05, 0.5, 0.95, 0.98, 0.99, 0.995};

    private QualityFigures() {}

    public static void main(String[] args) throws IOException {
        int most = args.length > 1 ? Integer.parseInt(args[1]) : Integer.MAX_VALUE;
        for (String set : List.of("marrow", "blood")) {
            List<RgbImage> pictures = pictures(Path.of(args[0]).resolve(set), most);
            System.out.println("## " + set + ", " + pictures.size() + " pictures");
            for (Spoiling spoiling : Spoiling.values()) {
                report(spoiling, pictures);
            }
        }
    }

    private static void report(Spoiling spoiling, List<RgbImage> pictures) {
        Map<QualityMeasure, List<Double>> values = new EnumMap<>(QualityMeasure.class);
        Map<QualityMeasure, Integer> flagged = new EnumMap<>(QualityMeasure.class);
        int any = 0;
        int notUsual = 0;
        long spent = 0;
        for (RgbImage picture : pictures) {
            RgbImage spoilt = spoiling.apply(picture);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            ImageQuality quality = ImageQuality.of(spoilt);
            spent += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            for (QualityMeasure measure : QualityMeasure.values()) {
                quality.value(measure)
                        .ifPresent(value -> values.computeIfAbsent(measure, m -> new ArrayList<>())
                                .add(value));
            }
            quality.flagged().forEach(measure -> flagged.merge(measure, 1, Integer::sum));
            any += quality.flagged().isEmpty() ? 0 : 1;
            notUsual += quality.isUsual() ? 0 : 1;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: flagged %.1f %%, with what cannot be measured %.1f %%, %.1f ms of processor time a picture%n",
                spoiling,
                100.0 * any / pictures.size(),
                100.0 * notUsual / pictures.size(),
                spent / 1e6 / pictures.size());
        for (QualityMeasure measure : QualityMeasure.values()) {
            List<Double> sorted = values.getOrDefault(measure, new ArrayList<>());
            Collections.sort(sorted);
            StringBuilder line = new StringBuilder();
            for (double share : sorted.isEmpty() ? new double[0] : SHARES) {
                line.append(String.format(Locale.ROOT, " %8.3f", sorted.get((int) (share * (sorted.size() - 1)))));
            }
            System.out.printf(
                    Locale.ROOT,
                    "    %-26s flagged %5.1f %%, measured %5.1f %%, percentiles%s%n",
                    measure.words(),
                    100.0 * flagged.getOrDefault(measure, 0) / pictures.size(),
                    100.0 * sorted.size() / pictures.size(),
                    line);
        }
    }

    private static List<RgbImage> pictures(Path folder, int most) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = new ArrayList<>(all.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList());
        }
        Collections.shuffle(files, new Random(5));
        List<RgbImage> pictures = new ArrayList<>();
        for (Path file : files.subList(0, Math.min(most, files.size()))) {
            if (ImageDecoder.decode(Files.readAllBytes(file)) instanceof Decoded.Image image) {
                pictures.add(image.pixels());
            }
        }
        return pictures;
    }
}
