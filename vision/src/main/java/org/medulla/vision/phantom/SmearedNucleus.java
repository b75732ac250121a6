package org.medulla.vision.phantom;

/**
 * Nuclear material without a cell: smudge cells, crushed nuclei, streaks. Its border is torn, its inside full of holes.
 *
 * @param radius of the circle of the same area, in pixels
 * @param elongation length by width
 * @param density amount of dye
 * @param magenta share of magenta in it; crushed nuclei are redder than whole ones
 * @param feather pixels over which the border fades
 * @param torn pixels that many-octave noise moves the border by
 * @param serration pixels that fine noise moves the border by
 * @param holes 0 to 1: how much of it are holes
 * @param fading 0 to 1: how much it thins towards its end
 */
record SmearedNucleus(
        double radius,
        double elongation,
        double density,
        double magenta,
        double feather,
        double torn,
        double serration,
        double holes,
        double fading) {

    /** A smudge cell: a nucleus spread out to a pale net, without cytoplasm. */
    static SmearedNucleus smudge(Dice dice) {
        return new SmearedNucleus(
                dice.uniform(62, 105),
                dice.uniform(1, 1.7),
                dice.uniform(0.38, 0.65),
                dice.uniform(0.25, 0.6),
                dice.uniform(8, 22),
                dice.uniform(4, 10),
                dice.uniform(1.5, 3),
                dice.uniform(0.25, 0.6),
                dice.uniform(0, 0.5));
    }

    /** A crushed nucleus: dense, reddish, with a border like torn paper and small holes. */
    static SmearedNucleus crushed(Dice dice) {
        return new SmearedNucleus(
                dice.uniform(48, 92),
                dice.uniform(1, 1.5),
                dice.uniform(0.66, 0.98),
                dice.uniform(0.3, 0.75),
                dice.uniform(1, 4),
                dice.uniform(2, 6),
                dice.uniform(1.2, 2.6),
                dice.uniform(0.02, 0.2),
                0);
    }

    /** A streak: material drawn out while the smear was made. */
    static SmearedNucleus streak(Dice dice) {
        return new SmearedNucleus(
                dice.uniform(70, 120),
                dice.uniform(1.6, 3.2),
                dice.uniform(0.4, 0.85),
                dice.uniform(0.4, 0.9),
                dice.uniform(5, 20),
                dice.uniform(7, 16),
                dice.uniform(1.5, 3.5),
                dice.uniform(0.2, 0.6),
                dice.uniform(0.3, 0.9));
    }

    void paint(Scene scene, Textures textures, Stain stain, double x, double y, boolean centre, Dice dice) {
        double stretch = Math.sqrt(elongation);
        double angle = dice.angle();
        Shape shape = Shape.Oval.of(x, y, radius * stretch, radius / stretch, angle);
        Canvas bounds = new Canvas(x, y, radius * stretch + 3 * torn + feather + 8, angle);
        Texture.View threads = textures.threads().view(dice);
        Texture.View lumps = textures.lumps().view(dice);
        Texture.View fine = textures.fine().view(dice);
        Texture.View granular = textures.granular().view(dice);
        Texture.View clumps = textures.clumps().view(dice);
        Texture.View bendX = textures.folds().view(dice);
        Texture.View bendY = textures.folds().view(dice);
        float[] purple = stain.of(Dye.CHROMATIN);
        float[] red = stain.of(Dye.AZUROPHIL);
        double bend = dice.uniform(3, 10);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        for (int py = bounds.top; py < bounds.bottom; py++) {
            for (int px = bounds.left; px < bounds.right; px++) {
                double distance = shape.distance(px + bend * bendX.at(px, py), py + bend * bendY.at(px, py))
                        + torn * lumps.at(px, py)
                        + serration * granular.at(px, py);
                double cover = Math.clamp(0.5 - distance / feather, 0, 1);
                if (cover <= 0) {
                    continue;
                }
                int pixel = py * Scene.SIDE + px;
                double along = ((px - x) * cosine + (py - y) * sine) / (radius * stretch);
                double hole =
                        Math.clamp((0.9 * granular.at(px, py) + 0.5 * fine.at(px, py) - 2.3 + 2.4 * holes) * 1.5, 0, 1);
                double texture = 1
                        + 0.10 * fine.at(px, py)
                        + 0.12 * granular.at(px, py)
                        + 0.08 * clumps.at(px, py)
                        + 0.10 * threads.at(px, py);
                double amount = density
                        * cover
                        * Math.max(0.1, texture)
                        * (1 - 0.75 * hole)
                        * (1 - fading * Math.clamp(0.5 + 0.6 * along, 0, 1));
                scene.clear(pixel, (float) (0.9 * cover));
                scene.add(pixel, purple, (float) (amount * (1 - magenta)));
                scene.add(pixel, red, (float) (amount * magenta));
                if (cover > 0.5) {
                    scene.mask[pixel] = centre ? Scene.NUCLEUS : Scene.SURROUNDINGS;
                }
            }
        }
    }
}
