package org.medulla.vision.explanation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;

/** The two curves of a deletion: how the class fades with the salient pixels removed first, and in random order. */
final class DeletionChart {
    private static final Color INK = new Color(0x23262d);
    private static final Color QUIET = new Color(0x6b717c);
    private static final Color RULE = new Color(0xe4e1db);
    private static final Color SALIENT = new Color(0x1d6f8a);
    private static final Color SALIENT_AREA = new Color(0x1d, 0x6f, 0x8a, 38);
    private static final Color RANDOM = new Color(0x9aa0a9);
    private static final int LABELS = 34;
    private static final int TITLE = 30;
    private static final int KEY = 92;

    private final DeletionCurve curve;
    private final String code;

    DeletionChart(DeletionCurve curve, String code) {
        this.curve = curve;
        this.code = code;
    }

    void paint(Graphics2D graphics, int left, int top, int width, int height) {
        int plotLeft = left + LABELS;
        int plotTop = top + TITLE;
        int plotWidth = width - LABELS - 4;
        int plotHeight = height - TITLE - KEY;
        graphics.setFont(Lettering.font(13, Font.BOLD));
        graphics.setColor(INK);
        graphics.drawString("Probability of " + code + " as pixels are removed", left, top + 13);
        graphics.setFont(Lettering.font(11, Font.PLAIN));
        graphics.setStroke(new BasicStroke(1));
        for (int tick = 0; tick <= 4; tick++) {
            double y = plotTop + plotHeight * (1 - tick / 4.0);
            graphics.setColor(RULE);
            graphics.draw(new Line2D.Double(plotLeft, y, plotLeft + plotWidth, y));
            graphics.setColor(QUIET);
            right(graphics, 25 * tick + " %", plotLeft - 6, (int) Math.round(y) + 4);
        }
        graphics.drawString("none", plotLeft, plotTop + plotHeight + 16);
        right(graphics, "all removed", plotLeft + plotWidth, plotTop + plotHeight + 16);
        Path2D salient = path(curve.salientFirst(), plotLeft, plotTop, plotWidth, plotHeight);
        Path2D area = new Path2D.Double(salient);
        area.lineTo(plotLeft + plotWidth, plotTop + plotHeight);
        area.lineTo(plotLeft, plotTop + plotHeight);
        area.closePath();
        graphics.setColor(SALIENT_AREA);
        graphics.fill(area);
        line(graphics, path(curve.randomOrder(), plotLeft, plotTop, plotWidth, plotHeight), RANDOM, 1.8f);
        line(graphics, salient, SALIENT, 2.4f);
        int key = plotTop + plotHeight + 42;
        key(graphics, plotLeft, key, SALIENT, "most salient first", curve.score());
        key(graphics, plotLeft, key + 20, RANDOM, "random order", curve.randomScore());
    }

    private static Path2D path(List<Double> values, int left, int top, int width, int height) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < values.size(); i++) {
            double x = left + (double) width * i / (values.size() - 1);
            double y = top + height * (1 - values.get(i));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private static void line(Graphics2D graphics, Path2D path, Color colour, float width) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    private static void key(Graphics2D graphics, int left, int y, Color colour, String words, double score) {
        line(graphics, new Path2D.Double(new Line2D.Double(left, y - 4, left + 18, y - 4)), colour, 2.4f);
        graphics.setFont(Lettering.font(12, Font.PLAIN));
        graphics.setColor(INK);
        graphics.drawString(words + String.format(Locale.ROOT, ", area %.2f", score), left + 26, y);
    }

    private static void right(Graphics2D graphics, String words, int x, int y) {
        graphics.drawString(words, x - graphics.getFontMetrics().stringWidth(words), y);
    }
}
