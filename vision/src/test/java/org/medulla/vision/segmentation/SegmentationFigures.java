package org.medulla.vision.segmentation;

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
import java.util.stream.Stream;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.phantom.ContactSheet;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;

/**
 * Prints how well and how fast cells of phantoms are found, and draws real cells with their outlines. Run by hand: {@code java
 * org.medulla.vision.segmentation.SegmentationFigures FOLDER_OF_CLASS_FOLDERS sheet.png}; without arguments no sheet is drawn.
 */
final class SegmentationFigures {
    private static final int PER_CLASS = 12;

    private SegmentationFigures() {}

    public static void main(String[] args) throws IOException {
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(1000, 40, 2));
        Map<String, Overlap> byClass = Overlap.measure(series, 1);
        byClass.forEach((code, overlap) ->
                System.out.printf(Locale.ROOT, "%s nucleus %.3f cell %.3f%n", code, overlap.nucleus(), overlap.cell()));
        System.out.printf(
                Locale.ROOT,
                "mean over %d classes: nucleus %.3f, cell %.3f%n",
                byClass.size(),
                byClass.values().stream()
                        .mapToDouble(Overlap::nucleus)
                        .average()
                        .orElseThrow(),
                byClass.values().stream().mapToDouble(Overlap::cell).average().orElseThrow());
        List<RgbImage> pictures = new ArrayList<>();
        for (int i = 0; i < series.size(); i += 5) {
            pictures.add(series.draw(i).image());
        }
        long start = cpu();
        int area = 0;
        for (RgbImage picture : pictures) {
            area += CellSegmenter.segment(picture).cellArea();
        }
        System.out.printf(
                Locale.ROOT,
                "%.2f ms of processor time a cell of 250 px (mean area %d)%n",
                (cpu() - start) / 1e6 / pictures.size(),
                area / pictures.size());
        if (args.length == 2) {
            Files.write(
                    Path.of(args[1]),
                    SegmentationSheet.of(rows(Path.of(args[0])), 1, 125).toPng());
        }
    }

    private static List<ContactSheet.Row> rows(Path folder) throws IOException {
        List<ContactSheet.Row> rows = new ArrayList<>();
        List<Path> classes;
        try (Stream<Path> entries = Files.list(folder)) {
            classes = entries.filter(Files::isDirectory).sorted().toList();
        }
        for (Path cellClass : classes) {
            List<Path> files = new ArrayList<>();
            try (Stream<Path> entries = Files.walk(cellClass)) {
                entries.filter(file -> file.toString().endsWith(".jpg"))
                        .sorted()
                        .forEach(files::add);
            }
            Collections.shuffle(files, new Random(1));
            List<RgbImage> pictures = new ArrayList<>();
            for (Path file : files.subList(0, Math.min(PER_CLASS, files.size()))) {
                if (ImageDecoder.decode(Files.readAllBytes(file)) instanceof Decoded.Image image) {
                    pictures.add(image.pixels());
                }
            }
            if (!pictures.isEmpty()) {
                rows.add(new ContactSheet.Row(cellClass.getFileName().toString().toUpperCase(Locale.ROOT), pictures));
            }
        }
        return rows;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
