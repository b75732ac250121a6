package org.medulla.vision.explanation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.inference.Prediction;

/**
 * Paints an explanation: the picture, the picture with its saliency, and the deletion curve side by side, under a line that says
 * what was explained and whether the pixels shown carry the answer.
 */
public final class ExplanationPainter {
    /** Stands on every picture. */
    private static final String RESEARCH_USE = "For Research Use Only. Not for use in diagnostic procedures.";

    private static final int MARGIN = 28;
    private static final int GAP = 20;
    private static final int HEADER = 84;
    private static final int FOOTER = 62;
    private static final int PANEL = 380;
    private static final int CHART = 320;
    private static final int WIDTH = 2 * MARGIN + 2 * PANEL + 2 * GAP + CHART;
    private static final int HEIGHT = HEADER + PANEL + FOOTER;

    private static final Color PAPER = new Color(0xfcfbf9);
    private static final Color INK = new Color(0x23262d);
    private static final Color QUIET = new Color(0x6b717c);
    private static final Color FRAME = new Color(0xd9d6d0);
    private static final Color GOOD = new Color(0x1f7a55);
    private static final Color DOUBTFUL = new Color(0xa8481f);

    private final Graphics2D graphics;
    private final Explanation explanation;
    private final Nomenclature nomenclature;

    private ExplanationPainter(Graphics2D graphics, Explanation explanation, Nomenclature nomenclature) {
        this.graphics = graphics;
        this.explanation = explanation;
        this.nomenclature = nomenclature;
    }

    /** The explanation of a standard class as one picture. */
    public static RgbImage paint(Explanation explanation) {
        return paint(explanation, Nomenclature.standard());
    }

    /** The explanation as one picture. */
    public static RgbImage paint(Explanation explanation, Nomenclature nomenclature) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = page.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            new ExplanationPainter(graphics, explanation, nomenclature).paint();
        } finally {
            graphics.dispose();
        }
        return RgbImage.of(page);
    }

    private void paint() {
        header();
        SaliencyOverlay overlay = new SaliencyOverlay(explanation, PANEL);
        panel(overlay.original(), MARGIN);
        panel(overlay.blended(), MARGIN + PANEL + GAP);
        new DeletionChart(explanation.deletion(), explanation.explainedClass())
                .paint(graphics, MARGIN + 2 * PANEL + 2 * GAP, HEADER, CHART, PANEL);
        legend(MARGIN + PANEL + GAP);
        footer();
    }

    private void header() {
        String code = explanation.explainedClass();
        String name = nomenclature.find(code).map(CellClass::name).orElse("");
        text(code, MARGIN, 40, 25, Font.BOLD, INK);
        int after = MARGIN + width(code, 25, Font.BOLD) + 12;
        text(name, after, 40, 21, Font.PLAIN, INK);
        text(chances(), after + width(name, 21, Font.PLAIN) + (name.isEmpty() ? 0 : 14), 40, 21, Font.PLAIN, QUIET);
        DeletionCurve deletion = explanation.deletion();
        String scores = String.format(
                Locale.ROOT,
                "%s · deletion score %.2f, random order %.2f · ",
                explanation.method().title(),
                deletion.score(),
                deletion.randomScore());
        text(scores, MARGIN, 66, 15, Font.PLAIN, QUIET);
        text(
                deletion.beatsRandom()
                        ? "the class fades faster than in any random order"
                        : "no better than random: do not rely on this map",
                MARGIN + width(scores, 15, Font.PLAIN),
                66,
                15,
                Font.BOLD,
                deletion.beatsRandom() ? GOOD : DOUBTFUL);
    }

    /** The probability of the class and, where the model chose another one, what it chose. */
    private String chances() {
        Prediction prediction = explanation.prediction();
        String chances = percent(prediction.probability(explanation.place()));
        return prediction.best() == explanation.place()
                ? chances
                : chances + "  (the model says " + prediction.bestClass() + ", "
                        + percent(prediction.probability(prediction.best())) + ")";
    }

    private static String percent(float share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private void panel(BufferedImage image, int left) {
        graphics.drawImage(image, left, HEADER, null);
        graphics.setColor(FRAME);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new RoundRectangle2D.Double(left - 0.5, HEADER - 0.5, PANEL + 1, PANEL + 1, 3, 3));
    }

    private void legend(int left) {
        int width = 120;
        int top = HEADER + PANEL + 14;
        for (int x = 0; x < width; x++) {
            graphics.setColor(new Color(ColourMap.rgb((double) x / (width - 1))));
            graphics.fillRect(left + x, top, 1, 9);
        }
        text("mattered most", left + width + 8, top + 9, 12, Font.PLAIN, QUIET);
    }

    private void footer() {
        text(RESEARCH_USE, MARGIN, HEIGHT - 20, 13, Font.BOLD, INK);
    }

    private void text(String words, int x, int y, int size, int style, Color colour) {
        graphics.setFont(Lettering.font(size, style));
        graphics.setColor(colour);
        graphics.drawString(words, x, y);
    }

    private int width(String words, int size, int style) {
        return graphics.getFontMetrics(Lettering.font(size, style)).stringWidth(words);
    }
}
