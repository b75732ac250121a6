package org.medulla.vision.explanation;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.medulla.vision.image.RgbImage;

/** A picture fitted into a square panel, alone and with its saliency laid over it. */
final class SaliencyOverlay {
    /** How much of the colours of the picture stays beneath the saliency. */
    private static final double COLOUR_KEPT = 0.35;

    private static final double GREATEST_OPACITY = 0.72;
    private static final int GROUND = 0xefece7;

    private final Explanation explanation;
    private final int side;
    private final double scale;
    private final double left;
    private final double top;

    SaliencyOverlay(Explanation explanation, int side) {
        RgbImage image = explanation.picture().image();
        this.explanation = explanation;
        this.side = side;
        this.scale = (double) side / Math.max(image.width(), image.height());
        this.left = (side - scale * image.width()) / 2;
        this.top = (side - scale * image.height()) / 2;
    }

    /** The picture, with a thin frame around what the network sees where that is not all of it. */
    BufferedImage original() {
        BufferedImage panel = scaled();
        frame(panel);
        return panel;
    }

    private void frame(BufferedImage panel) {
        double field = explanation.fieldSide() * scale;
        if (field > side - 4) {
            return;
        }
        Graphics2D graphics = panel.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setComposite(AlphaComposite.SrcOver.derive(0.8f));
        graphics.setColor(Color.WHITE);
        float[] dashes = {5, 4};
        graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        graphics.draw(new Rectangle2D.Double((side - field) / 2, (side - field) / 2, field, field));
        graphics.dispose();
    }

    /** The picture in faint colours with the saliency over it, the more opaque the more a pixel mattered. */
    BufferedImage blended() {
        BufferedImage panel = scaled();
        double field = explanation.fieldSide() * scale;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double across = (x + 0.5 - (side - field) / 2) / field;
                double down = (y + 0.5 - (side - field) / 2) / field;
                boolean seen = across >= 0 && across <= 1 && down >= 0 && down <= 1;
                double value = seen ? explanation.saliency().at(across, down) : 0;
                int pale = faint(panel.getRGB(x, y));
                panel.setRGB(x, y, mix(pale, ColourMap.rgb(value), GREATEST_OPACITY * opacity(value)));
            }
        }
        frame(panel);
        return panel;
    }

    /** Rises ever faster, so that the less salient part of the picture stays clear. */
    private static double opacity(double value) {
        return value * Math.sqrt(value);
    }

    private BufferedImage scaled() {
        BufferedImage panel = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = panel.createGraphics();
        graphics.setColor(new Color(GROUND));
        graphics.fillRect(0, 0, side, side);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                explanation.picture().image().toBufferedImage(),
                (int) Math.round(left),
                (int) Math.round(top),
                (int) Math.round(side - 2 * left),
                (int) Math.round(side - 2 * top),
                null);
        graphics.dispose();
        return panel;
    }

    private static int faint(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int grey = (int) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
        return mix(rgb, grey << 16 | grey << 8 | grey, 1 - COLOUR_KEPT);
    }

    private static int mix(int under, int over, double opacity) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = (under >> shift & 0xff) * (1 - opacity) + (over >> shift & 0xff) * opacity;
            mixed |= (int) Math.round(value) << shift;
        }
        return mixed;
    }
}
