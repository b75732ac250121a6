package org.medulla.vision.phantom;

import java.util.Optional;

/** The dye in a nucleus: chromatin of several grains, a firmer border, nucleoli. */
final class NucleusPainter {
    private final Texture.View fine;
    private final Texture.View granular;
    private final Texture.View clumps;
    private final Texture.View lumps;
    private final Texture.View net;
    private final Texture.View shade;
    private final Canvas canvas;
    private final float[] purple;
    private final float[] red;
    private final float[] black;
    private final float[] blue;
    private final double density;
    private final double blackness;
    private final CellTraits.Chromatin chromatin;
    private final float[] nucleoli;

    NucleusPainter(Textures textures, Optional<CellTraits.Nucleus> nucleus, Canvas canvas, Stain stain, Dice dice) {
        this.fine = textures.fine().view(dice);
        this.granular = textures.granular().view(dice);
        this.clumps = textures.clumps().view(dice);
        this.lumps = textures.lumps().view(dice);
        this.net = textures.net().view(dice);
        this.shade = textures.folds().view(dice);
        this.canvas = canvas;
        this.purple = stain.of(Dye.CHROMATIN);
        this.red = stain.of(Dye.AZUROPHIL);
        this.black = stain.of(Dye.DARK);
        this.blue = stain.of(Dye.BASOPHILIC);
        this.density = nucleus.map(CellTraits.Nucleus::density).orElse(0.0);
        this.blackness = nucleus.map(CellTraits.Nucleus::blackness).orElse(0.0);
        this.chromatin = nucleus.map(CellTraits.Nucleus::chromatin).orElse(new CellTraits.Chromatin(0, 0, 0, 0));
        this.nucleoli = new float[canvas.cell.length];
        nucleus.ifPresent(traits -> placeNucleoli(traits.nucleoli(), dice));
    }

    private void placeNucleoli(int count, Dice dice) {
        int tries = 0;
        for (int placed = 0;
                placed < count && tries < 200 && canvas.right > canvas.left && canvas.bottom > canvas.top;
                tries++) {
            int x = dice.between(canvas.left, canvas.right - 1);
            int y = dice.between(canvas.top, canvas.bottom - 1);
            double radius = dice.uniform(5, 10);
            if (canvas.nucleus[canvas.at(x, y)] > -radius - 3) {
                continue;
            }
            placed++;
            double strength = dice.uniform(0.5, 1);
            int reach = (int) radius + 4;
            for (int py = y - reach; py <= y + reach; py++) {
                for (int px = x - reach; px <= x + reach; px++) {
                    if (canvas.holds(px, py)) {
                        double away = Math.sqrt((px - x) * (px - x) + (double) (py - y) * (py - y));
                        float inside = (float) (strength * Math.clamp((radius - away) / 3 + 0.5, 0, 1));
                        nucleoli[canvas.at(px, py)] = Math.max(nucleoli[canvas.at(px, py)], inside);
                    }
                }
            }
        }
    }

    /** Adds the nucleus' dye at a pixel of which it covers a part. */
    void paint(Scene scene, int x, int y, int pixel, float cover) {
        int at = canvas.at(x, y);
        double depth = -canvas.nucleus[at];
        double texture = 0.09 * shade.at(x, y)
                + chromatin.fine() * fine.at(x, y)
                + chromatin.granular() * (0.65 * granular.at(x, y) - 1.0 * net.at(x, y))
                + chromatin.clumps() * clumps.at(x, y)
                + chromatin.lumps() * lumps.at(x, y);
        double border = 0.12 * Falloff.of(depth / 3.5) - 0.10 * Falloff.of(depth / 1.2);
        double nucleolus = nucleoli[at];
        double amount = density * cover * Math.max(0.25, 1 + texture + border) * (1 - 0.30 * nucleolus);
        // Loose chromatin is redder than dense.
        double redness = (1 - blackness) * Math.clamp(0.22 - 0.9 * texture, 0, 0.6);
        scene.add(pixel, red, (float) (amount * redness));
        scene.add(pixel, purple, (float) (amount * (1 - blackness - redness)));
        scene.add(pixel, black, (float) (amount * blackness));
        scene.add(pixel, blue, (float) (0.22 * density * nucleolus * cover));
    }
}
