package org.medulla.vision.scale;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.scale.ScalePictures.Scaled;

/**
 * Prints how well scales are estimated and draws contact sheets with what was found. Run by hand with the folder of the data
 * sets and one for the sheets: {@code java org.medulla.vision.scale.ScaleFigures DATA SHEETS}.
 */
final class ScaleFigures {
    private static final int ON_SHEET = 48;
    private static final int TILE = 150;

    private ScaleFigures() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Path sheets = Files.createDirectories(Path.of(args[1]));
        List<Scaled> marrow =
                ScalePictures.ofFolder(data.resolve("marrow"), 1000, ScalePictures.MARROW_MICRONS_PER_PIXEL);
        List<Scaled> blood = ScalePictures.ofFolder(data.resolve("blood"), 1000, ScalePictures.BLOOD_MICRONS_PER_PIXEL);
        List<Scaled> phantoms = ScalePictures.phantoms(500);
        Map<String, List<Scaled>> sources = new LinkedHashMap<>();
        sources.put("marrow", marrow);
        sources.put("marrow-middle-70", middle(marrow, 0.7));
        sources.put("blood", blood);
        sources.put("blood-middle-70", middle(blood, 0.7));
        sources.put("blood-middle-50", middle(blood, 0.5));
        sources.put("phantoms", phantoms);
        sources.put("phantoms-middle-75", middle(phantoms, 0.75));
        sources.put("bccd-400", ScalePictures.boxed(data.resolve("bccd"), 400));
        sources.put("bccd-300", ScalePictures.boxed(data.resolve("bccd"), 300));
        for (Map.Entry<String, List<Scaled>> source : sources.entrySet()) {
            print(source.getKey(), source.getValue());
            sheet(source.getValue(), sheets.resolve(source.getKey() + ".png"));
        }
        for (int round = 0; round < 3; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double sum = 0;
            for (Scaled picture : marrow) {
                sum += ScaleEvidence.of(picture.image()).estimate().micronsPerPixel();
            }
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            System.out.printf(
                    Locale.ROOT,
                    "%.2f ms of processor time per picture of 250 x 250 (mean scale %.4f)%n",
                    spent / 1e6 / marrow.size(),
                    sum / marrow.size());
        }
    }

    private static List<Scaled> middle(List<Scaled> pictures, double share) {
        return pictures.stream().map(picture -> picture.middle(share)).toList();
    }

    private static void print(String name, List<Scaled> pictures) {
        List<ScaleEvidence> evidence = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        Map<String, List<Double>> parts = new LinkedHashMap<>();
        for (Scaled picture : pictures) {
            ScaleEvidence one = ScaleEvidence.of(picture.image());
            evidence.add(one);
            ScaleEstimate estimate = one.estimate();
            double error = Math.log(estimate.micronsPerPixel() / picture.micronsPerPixel());
            errors.add(error);
            parts.computeIfAbsent("by " + estimate.basis(), key -> new ArrayList<>())
                    .add(error);
            String sure = estimate.logDeviation() < 0.15 ? "deviation below 0.15" : "deviation 0.15 and more";
            parts.computeIfAbsent(sure, key -> new ArrayList<>()).add(error);
            double side = picture.image().width() * picture.micronsPerPixel();
            MiddleNucleus.diameter(DensityField.of(picture.image()))
                    .ifPresent(nucleus -> parts.computeIfAbsent("nucleus alone", key -> new ArrayList<>())
                            .add(Math.log(9.9 / (nucleus * side))));
            if (picture.cellDiameter() > 0) {
                parts.computeIfAbsent("cell from the mask alone", key -> new ArrayList<>())
                        .add(Math.log(14 / (picture.cellDiameter() * picture.micronsPerPixel())));
            }
        }
        print(name, errors, pictures.size());
        parts.forEach((part, list) -> print("    " + part, list, pictures.size()));
        SplittableRandom random = new SplittableRandom(5);
        for (int count : new int[] {4, 16, 64}) {
            List<Double> pooled = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ScaleEvidence all = null;
                double truth = 0;
                for (int k = 0; k < count; k++) {
                    int at = random.nextInt(pictures.size());
                    all = all == null ? evidence.get(at) : all.and(evidence.get(at));
                    truth += Math.log(pictures.get(at).micronsPerPixel()) / count;
                }
                if (all != null) {
                    pooled.add(Math.log(all.estimate().micronsPerPixel()) - truth);
                }
            }
            print("    " + count + " pictures together", pooled, 200);
        }
    }

    private static void print(String name, List<Double> errors, int of) {
        double[] sorted = errors.stream().mapToDouble(e -> e).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(0);
        double variance = Arrays.stream(sorted)
                .map(e -> (e - mean) * (e - mean))
                .average()
                .orElse(0);
        double square = Arrays.stream(sorted).map(e -> e * e).average().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-32s %3.0f %%  median %+.3f  5 to 95 %%: %+.2f to %+.2f  log-sd %.3f  rms %.3f%n",
                name,
                100.0 * sorted.length / of,
                sorted[sorted.length / 2],
                sorted[(int) (0.05 * sorted.length)],
                sorted[(int) (0.95 * sorted.length)],
                Math.sqrt(variance),
                Math.sqrt(square));
    }

    /** Pictures with the discs found, thick where they are likely red cells, and in the corner how large one is estimated. */
    private static void sheet(List<Scaled> pictures, Path file) throws IOException {
        BufferedImage sheet = new BufferedImage(12 * TILE, 4 * TILE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < Math.min(ON_SHEET, pictures.size()); i++) {
            RgbImage image = pictures.get(i).image();
            int left = i % 12 * TILE;
            int top = Math.floorDiv(i, 12) * TILE;
            pen.setClip(left, top, TILE - 2, TILE - 2);
            pen.drawImage(image.resize(TILE, TILE).toBufferedImage(), left, top, null);
            pen.setColor(Color.GREEN);
            for (Disc disc : RedCells.find(DensityField.of(image))) {
                pen.setStroke(new BasicStroke((float) (0.3 + 3 * disc.probability())));
                double radius = disc.radius() * TILE;
                pen.draw(new Ellipse2D.Double(
                        left + disc.x() * TILE - radius, top + disc.y() * TILE - radius, 2 * radius, 2 * radius));
            }
            ScaleEstimate estimate = ScaleEvidence.of(image).estimate();
            pen.setStroke(new BasicStroke(2));
            circle(pen, left, top, estimate.micronsPerPixel() * image.width(), Color.RED);
            circle(pen, left, top, pictures.get(i).micronsPerPixel() * image.width(), Color.BLACK);
        }
        Files.write(file, RgbImage.of(sheet).toPng());
    }

    private static void circle(Graphics2D pen, int left, int top, double frame, Color colour) {
        double diameter = ScaleEvidence.RED_CELL / frame * TILE;
        pen.setColor(colour);
        pen.draw(new Ellipse2D.Double(left + 3.0, top + 3.0, diameter, diameter));
    }
}
