package org.medulla.vision.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.phantom.PhantomPicture;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;

/** Pictures of known scale. */
final class ScalePictures {
    /** Red cells of the two laboratories measure 75 and 52 pixels in frames of 250, by hand. */
    static final double MARROW_MICRONS_PER_PIXEL = ScaleEvidence.RED_CELL / 75;

    static final double BLOOD_MICRONS_PER_PIXEL = ScaleEvidence.RED_CELL / 52;

    private static final Pattern BOX = Pattern.compile(
            "<name>(\\w+)</name>.*?<xmin>(\\d+)</xmin>\\s*<ymin>(\\d+)</ymin>\\s*<xmax>(\\d+)</xmax>\\s*<ymax>(\\d+)</ymax>",
            Pattern.DOTALL);

    private ScalePictures() {}

    /**
     * A picture and its scale.
     *
     * @param cellDiameter of the cell in the middle in pixels, where a mask tells it, else 0
     */
    record Scaled(RgbImage image, double micronsPerPixel, double cellDiameter) {
        /** The middle of the picture, a share of its side wide. */
        Scaled middle(double share) {
            int side = (int) Math.round(share * image.width());
            int left = (image.width() - side) / 2;
            return new Scaled(image.crop(left, left, side, side), micronsPerPixel, cellDiameter);
        }
    }

    /** Cells of a folder in an order that a seed gives. */
    static List<Scaled> ofFolder(Path folder, int count, double micronsPerPixel) {
        List<Path> files = new ArrayList<>(files(folder));
        Collections.shuffle(files, new Random(11));
        return files.stream()
                .limit(count)
                .flatMap(file -> read(file).stream())
                .map(image -> new Scaled(image, micronsPerPixel, 0))
                .toList();
    }

    /** Phantoms of many smears. */
    static List<Scaled> phantoms(int count) {
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(count, Math.min(count, 60), 3));
        List<Scaled> pictures = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            PhantomPicture picture = series.draw(i);
            int area = 0;
            for (int at = 0; at < 250 * 250; at++) {
                int label = picture.mask().at(at % 250, Math.floorDiv(at, 250));
                area += label == 1 || label == 2 ? 1 : 0;
            }
            pictures.add(new Scaled(
                    picture.image(), series.cell(i).micronsPerPixel(), area > 100 ? 2 * Math.sqrt(area / Math.PI) : 0));
        }
        return pictures;
    }

    /** Squares around the white cells of blood fields, whose scale follows from the boxes around the red cells. */
    static List<Scaled> boxed(Path folder, int side) {
        List<Scaled> pictures = new ArrayList<>();
        for (Path file : files(folder.resolve("JPEGImages"))) {
            Path boxes = folder.resolve("Annotations")
                    .resolve(file.getFileName().toString().replace(".jpg", ".xml"));
            if (Files.exists(boxes)) {
                read(file).forEach(image -> addBoxed(image, text(boxes), side, pictures));
            }
        }
        return pictures;
    }

    private static void addBoxed(RgbImage image, String boxes, int side, List<Scaled> pictures) {
        List<Double> diameters = new ArrayList<>();
        List<int[]> middles = new ArrayList<>();
        Matcher box = BOX.matcher(boxes);
        while (box.find()) {
            int left = Integer.parseInt(box.group(2));
            int top = Integer.parseInt(box.group(3));
            int right = Integer.parseInt(box.group(4));
            int bottom = Integer.parseInt(box.group(5));
            boolean whole = left > 2 && top > 2 && right < image.width() - 2 && bottom < image.height() - 2;
            if (box.group(1).equals("WBC")) {
                middles.add(new int[] {(left + right) / 2, (top + bottom) / 2});
            } else if (box.group(1).equals("RBC") && whole) {
                diameters.add(Math.sqrt((double) (right - left) * (bottom - top)));
            }
        }
        if (diameters.size() < 3) {
            return;
        }
        Collections.sort(diameters);
        double scale = ScaleEvidence.RED_CELL / diameters.get(diameters.size() / 2);
        for (int[] middle : middles) {
            int left = Math.clamp(middle[0] - side / 2, 0, image.width() - side);
            int top = Math.clamp(middle[1] - side / 2, 0, image.height() - side);
            double moved = Math.max(Math.abs(left + side / 2.0 - middle[0]), Math.abs(top + side / 2.0 - middle[1]));
            if (moved < 0.15 * side) {
                pictures.add(new Scaled(image.crop(left, top, side, side), scale, 0));
            }
        }
    }

    private static List<RgbImage> read(Path file) {
        try {
            return ImageDecoder.decode(Files.readAllBytes(file)) instanceof Decoded.Image image
                    ? List.of(image.pixels())
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
