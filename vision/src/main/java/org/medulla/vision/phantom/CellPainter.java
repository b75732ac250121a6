package org.medulla.vision.phantom;

import java.util.Optional;

/**
 * Draws one nucleated cell into a scene: outline, cytoplasm with its hof and vacuoles, nucleus with its chromatin and nucleoli,
 * granules. Dyes add up as optical densities; what lay there before is pushed aside.
 */
final class CellPainter {
    private static final int SIDE = Scene.SIDE;

    private final Textures textures;
    private final double pixelsPerMicron;

    CellPainter(Textures textures, double micronsPerPixel) {
        this.textures = textures;
        this.pixelsPerMicron = 1 / micronsPerPixel;
    }

    /**
     * Draws a cell.
     *
     * @param x middle of the cell in pixels; may lie outside the picture
     * @param y middle of the cell in pixels
     * @param centre whether this is the cell that the picture is about, or a neighbour
     */
    void paint(Scene scene, CellTraits traits, Stain stain, double x, double y, boolean centre, Dice dice) {
        Canvas canvas = outline(traits.outline(), x, y, dice);
        Optional<Shape> nucleus =
                traits.nucleus().map(form -> nucleus(form, traits.outline(), x, y, canvas.angle, dice));
        nucleus.ifPresent(shape -> canvas.traceNucleus(
                shape, bend(dice), traits.nucleus().orElseThrow().unevenness() * pixelsPerMicron));
        vacuoles(canvas, traits.cytoplasm().vacuoles(), traits.outline().diameter() * pixelsPerMicron / 2, x, y, dice);
        dyes(scene, canvas, traits, stain, centre, dice);
        for (CellTraits.Granules granules : traits.granules()) {
            new GranulePainter(pixelsPerMicron).paint(scene, canvas, granules, stain, dice);
        }
    }

    private Texture.View[] bend(Dice dice) {
        return new Texture.View[] {
            textures.folds().view(dice),
            textures.folds().view(dice),
            textures.granular().view(dice)
        };
    }

    private Canvas outline(CellTraits.Outline outline, double x, double y, Dice dice) {
        double radius = outline.diameter() / 2 * pixelsPerMicron;
        double stretch = Math.sqrt(outline.elongation());
        double angle = dice.angle();
        double reach = radius * stretch * 1.15 + 22;
        Canvas canvas = new Canvas(x, y, reach, angle);
        Texture.View[] bend = bend(dice);
        canvas.ragged = outline.raggedness() * pixelsPerMicron;
        canvas.traceCell(
                Shape.Oval.of(x, y, radius * stretch, radius / stretch, angle),
                bend,
                outline.unevenness() * pixelsPerMicron);
        for (int i = 0; i < outline.hairs(); i++) {
            double turn = dice.angle();
            double length = dice.uniform(0.5, 1.5) * pixelsPerMicron;
            double lean = dice.normal(0, 0.25);
            double from = radius * 0.86;
            double to = radius + length;
            canvas.join(new Shape.Tube(
                    new Shape.Points(
                            x + from * StrictMath.cos(turn),
                            y + from * StrictMath.sin(turn),
                            dice.uniform(1.6, 3.0),
                            x + to * StrictMath.cos(turn + lean),
                            y + to * StrictMath.sin(turn + lean),
                            0.4),
                    2));
        }
        for (int i = 0; i < outline.blebs(); i++) {
            double turn = dice.angle();
            double size = dice.uniform(0.35, 1.0) * pixelsPerMicron;
            double away = radius + size * dice.uniform(0.1, 0.7);
            canvas.join(Shape.Oval.of(
                    x + away * StrictMath.cos(turn), y + away * StrictMath.sin(turn), size, size * 0.9, turn));
        }
        return canvas;
    }

    private Shape nucleus(
            CellTraits.Nucleus nucleus, CellTraits.Outline outline, double x, double y, double angle, Dice dice) {
        double cellRadius = outline.diameter() / 2 * pixelsPerMicron;
        double radius = cellRadius * nucleus.share();
        double turn = outline.elongation() > 1.15 && dice.chance(0.7)
                ? angle + (dice.chance(0.5) ? 0 : Math.PI)
                : dice.angle();
        double away = Math.max(0, cellRadius - radius) * nucleus.eccentricity();
        return nucleus.form()
                .place(
                        x + away * StrictMath.cos(turn),
                        y + away * StrictMath.sin(turn),
                        radius,
                        cellRadius - 0.5 * away,
                        angle + dice.normal(0, 0.4),
                        dice);
    }

    private void vacuoles(Canvas canvas, int count, double radius, double x, double y, Dice dice) {
        for (int i = 0; i < count; i++) {
            double turn = dice.angle();
            double away = radius * Math.sqrt(dice.uniform(0.1, 0.95));
            double size = dice.uniform(0.18, 0.62) * pixelsPerMicron;
            canvas.pierce(x + away * StrictMath.cos(turn), y + away * StrictMath.sin(turn), size);
        }
    }

    private void dyes(Scene scene, Canvas canvas, CellTraits traits, Stain stain, boolean centre, Dice dice) {
        CellTraits.Cytoplasm cytoplasm = traits.cytoplasm();
        Texture.View mottle = textures.granular().view(dice);
        Texture.View grain = textures.fine().view(dice);
        Texture.View cloud = textures.lumps().view(dice);
        Texture.View spots = textures.spots().view(dice);
        NucleusPainter nucleusPainter = new NucleusPainter(textures, traits.nucleus(), canvas, stain, dice);
        float[] blue = stain.of(Dye.BASOPHILIC);
        float[] pink = stain.of(Dye.PINK);
        float[] haemoglobin = stain.of(Dye.HAEMOGLOBIN);
        float[] dust = stain.of(Dye.AZUROPHIL);
        double radius = traits.outline().diameter() / 2 * pixelsPerMicron;
        double rimWidth = 0.16 * radius;
        Hof hof = Hof.beside(canvas, cytoplasm.hof(), radius);
        for (int py = canvas.top; py < canvas.bottom; py++) {
            for (int px = canvas.left; px < canvas.right; px++) {
                int at = canvas.at(px, py);
                float depth = -canvas.cell[at];
                if (depth <= -0.5f) {
                    continue;
                }
                int pixel = py * SIDE + px;
                float cover = Math.min(1, depth + 0.5f);
                scene.clear(pixel, cover * 0.97f);
                float inNucleus = Math.clamp(0.5f - canvas.nucleus[at], 0f, 1f);
                double edge = Falloff.of(depth / rimWidth);
                double thickness = cover * (1 - 0.35 * Falloff.of(depth / 3.0)) * (1 - 0.9 * canvas.holes[at]);
                double uneven = 1
                        + cytoplasm.mottling()
                                * (0.6 * mottle.at(px, py) + 0.6 * grain.at(px, py) + 0.5 * cloud.at(px, py));
                double pale = 1 - hof.at(px, py);
                double body = thickness * Math.max(0.15, uneven) * (1 - 0.55 * inNucleus);
                double rim = 1 + cytoplasm.rim() * edge;
                scene.add(pixel, blue, (float) (cytoplasm.basophilia() * body * rim * pale));
                scene.add(pixel, pink, (float) (cytoplasm.pink() * body * (1 + 0.4 * (1 - pale))));
                scene.add(pixel, haemoglobin, (float) (cytoplasm.haemoglobin() * body));
                scene.add(pixel, dust, (float)
                        (cytoplasm.dust() * thickness * spots.at(px, py) * (1 - 0.75 * inNucleus)));
                if (inNucleus > 0) {
                    nucleusPainter.paint(scene, px, py, pixel, inNucleus * (1 - 0.35f * canvas.holes[at]));
                }
                if (cover > 0.5f) {
                    scene.mask[pixel] =
                            !centre ? Scene.SURROUNDINGS : inNucleus > 0.5f ? Scene.NUCLEUS : Scene.CYTOPLASM;
                }
            }
        }
    }
}
