package org.medulla.vision.deidentification;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;

/**
 * A picture with words drawn into it as programs of microscopes do: dates, numbers, names and scales, opaque, in a logical font
 * of 10 to 24 pixels, seven of ten along a border, half of them stored as JPEG afterwards.
 *
 * @param image the picture with the words
 * @param words what was drawn
 * @param font family, size, style and whether its edges are smoothed
 * @param colour of the ink
 * @param jpeg whether it was stored as JPEG of quality 90
 */
record TextDrawing(RgbImage image, String words, String font, String colour, boolean jpeg) {
    private static final List<String> FAMILIES = List.of(Font.DIALOG, Font.SERIF, Font.MONOSPACED);
    private static final List<Color> COLOURS = List.of(
            Color.BLACK, Color.WHITE, Color.RED, Color.YELLOW, Color.GREEN, Color.BLUE, Color.CYAN, Color.MAGENTA);

    /** Words that differ less from the picture than this, in the colour where they differ most, can hardly be read. */
    private static final int READABLE = 70;

    static TextDrawing draw(RgbImage picture, SplittableRandom random) {
        while (true) {
            BufferedImage canvas = picture.toBufferedImage();
            Graphics2D graphics = canvas.createGraphics();
            try {
                int size = random.nextInt(10, 25);
                String family = FAMILIES.get(random.nextInt(FAMILIES.size()));
                int style = random.nextInt(4) == 0 ? Font.BOLD : Font.PLAIN;
                boolean smooth = random.nextInt(3) > 0;
                Color colour = COLOURS.get(random.nextInt(COLOURS.size()));
                String words = words(random);
                graphics.setFont(new Font(family, style, size));
                graphics.setRenderingHint(
                        RenderingHints.KEY_TEXT_ANTIALIASING,
                        smooth ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
                graphics.setColor(colour);
                FontMetrics metrics = graphics.getFontMetrics();
                int wide = metrics.stringWidth(words);
                int high = metrics.getAscent() + metrics.getDescent();
                int spareX = picture.width() - wide - 4;
                int spareY = picture.height() - high - 4;
                if (spareX < 0 || spareY < 0) {
                    continue;
                }
                int left = 2 + random.nextInt(spareX + 1);
                int top = 2 + random.nextInt(spareY + 1);
                if (random.nextInt(10) < 7) {
                    top = 2 + random.nextInt(2) * spareY;
                }
                if (contrast(picture, colour, left, top, wide, high) < READABLE) {
                    continue;
                }
                graphics.drawString(words, left, top + metrics.getAscent());
                RgbImage drawn = RgbImage.of(canvas);
                boolean jpeg = random.nextBoolean();
                return new TextDrawing(
                        jpeg ? stored(drawn) : drawn,
                        words,
                        family + " " + size + (style == Font.BOLD ? " bold" : "") + (smooth ? " smooth" : ""),
                        String.format(Locale.ROOT, "%06x", colour.getRGB() & 0xffffff),
                        jpeg);
            } finally {
                graphics.dispose();
            }
        }
    }

    private static RgbImage stored(RgbImage drawn) {
        if (ImageDecoder.decode(drawn.toJpeg(90)) instanceof Decoded.Image image) {
            return image.pixels();
        }
        // The check for garbled pictures may take sharp letters for damage: then the picture stays as drawn.
        return drawn;
    }

    private static String words(SplittableRandom random) {
        int day = random.nextInt(1, 29);
        int month = random.nextInt(1, 13);
        int year = random.nextInt(1930, 2026);
        return switch (random.nextInt(6)) {
            case 0 -> String.format(Locale.ROOT, "%02d.%02d.%d", day, month, year);
            case 1 -> String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day);
            case 2 -> random.nextInt(10, 100) + " \u00b5m";
            case 3 -> "E" + year + "-" + random.nextInt(10000, 99999);
            case 4 ->
                List.of("Maria Huber", "Weber, Jonas", "Schmidt", "Vogel", "Meier")
                        .get(random.nextInt(5));
            default ->
                List.of("Slide 12", "Ward B", "100x", "Patient 7", "Klinikum").get(random.nextInt(5));
        };
    }

    private static double contrast(RgbImage picture, Color colour, int left, int top, int wide, int high) {
        double[] mean = new double[3];
        for (int y = top; y < top + high; y++) {
            for (int x = left; x < left + wide; x++) {
                mean[0] += picture.red(x, y);
                mean[1] += picture.green(x, y);
                mean[2] += picture.blue(x, y);
            }
        }
        double pixels = (double) wide * high;
        return Math.max(
                Math.abs(mean[0] / pixels - colour.getRed()),
                Math.max(
                        Math.abs(mean[1] / pixels - colour.getGreen()), Math.abs(mean[2] / pixels - colour.getBlue())));
    }
}
