package org.medulla.vision.phantom;

/** Draws what lies around the nucleated cells: dried plasma, red cells, platelets, specks of stain. */
final class GroundPainter {
    private static final int SIDE = Scene.SIDE;

    private final Textures textures;
    private final SmearLook look;
    private final double pixelsPerMicron;

    GroundPainter(Textures textures, SmearLook look) {
        this.textures = textures;
        this.look = look;
        this.pixelsPerMicron = 1 / look.micronsPerPixel();
    }

    void paint(Scene scene, Dice dice) {
        plasma(scene, dice);
        int redCells = (int) Math.round(dice.normal(look.redCells(), 0.25 * look.redCells()));
        double[] places = new double[2 * Math.max(0, redCells)];
        for (int i = 0; i < redCells; i++) {
            placeRedCell(places, i, dice);
            redCell(scene, places[2 * i], places[2 * i + 1], dice);
        }
        specks(scene, dice);
    }

    private void plasma(Scene scene, Dice dice) {
        Texture.View waves = textures.waves().view(dice);
        Texture.View threads = textures.threads().view(dice);
        Texture.View grain = textures.fine().view(dice);
        float[] blue = look.stain().of(Dye.BASOPHILIC);
        float[] pink = look.stain().of(Dye.PINK);
        double level = look.plasma() * dice.uniform(0.5, 1.4);
        double lilac = dice.uniform(0, 0.7);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double amount = level
                        * Math.max(0, 1 + 0.55 * waves.at(x, y) + 0.30 * threads.at(x, y) + 0.26 * grain.at(x, y));
                scene.add(y * SIDE + x, blue, (float) (amount * (1 - lilac)));
                scene.add(y * SIDE + x, pink, (float) (amount * lilac));
            }
        }
    }

    /** Finds a place that overlaps the earlier red cells a little at most, if a few tries find one. */
    private void placeRedCell(double[] places, int count, Dice dice) {
        double apart = dice.uniform(4.6, 6.6) * pixelsPerMicron;
        boolean free = false;
        for (int tries = 0; tries < 12 && !free; tries++) {
            places[2 * count] = dice.uniform(-35, SIDE + 35);
            places[2 * count + 1] = dice.uniform(-35, SIDE + 35);
            free = true;
            for (int i = 0; i < count; i++) {
                double dx = places[2 * i] - places[2 * count];
                double dy = places[2 * i + 1] - places[2 * count + 1];
                free &= dx * dx + dy * dy > apart * apart;
            }
        }
    }

    /** A red cell: a disc, often dented by its neighbours, paler in the middle; where two overlap, both absorb. */
    private void redCell(Scene scene, double x, double y, Dice dice) {
        double radius = dice.normal(3.75, 0.35) * pixelsPerMicron;
        double stretch = Math.sqrt(dice.chance(0.7) ? dice.uniform(1, 1.15) : dice.uniform(1.1, 1.5));
        double angle = dice.angle();
        Shape shape = Shape.Oval.of(x, y, radius * stretch, radius / stretch, angle);
        if (dice.chance(0.3)) {
            double turn = dice.angle();
            double away = radius * dice.uniform(1.5, 1.9);
            shape = new Shape.Cut(
                    shape,
                    Shape.Oval.of(x + away * StrictMath.cos(turn), y + away * StrictMath.sin(turn), radius, radius, 0),
                    6);
        }
        Texture.View bendX = textures.folds().view(dice);
        Texture.View bendY = textures.folds().view(dice);
        Texture.View uneven = textures.waves().view(dice);
        double bend = dice.uniform(1, 5);
        double density = look.redCellDensity() * dice.normal(1, 0.13);
        double pallor = look.pallor() * dice.uniform(0.5, 1.2);
        double polychromasia = dice.chance(0.12) ? dice.uniform(0.02, 0.07) : 0;
        double paleX = x + dice.normal(0, 0.06 * radius);
        double paleY = y + dice.normal(0, 0.06 * radius);
        double paleWidth = 0.36 * radius;
        float[] haemoglobin = look.stain().of(Dye.HAEMOGLOBIN);
        float[] blue = look.stain().of(Dye.BASOPHILIC);
        Canvas bounds = new Canvas(x, y, radius * stretch + 14, angle);
        for (int py = bounds.top; py < bounds.bottom; py++) {
            for (int px = bounds.left; px < bounds.right; px++) {
                double depth = -shape.distance(px + bend * bendX.at(px, py), py + bend * bendY.at(px, py));
                if (depth <= -0.5) {
                    continue;
                }
                double cover = Math.min(1, depth + 0.5);
                double away = ((px - paleX) * (px - paleX) + (py - paleY) * (py - paleY)) / (paleWidth * paleWidth);
                double thickness = cover
                        * (1 - pallor * Falloff.of(0.5 * away))
                        * (1 - 0.25 * Falloff.of(depth / 2.5) + 0.12 * Falloff.of(Math.abs(depth - 5) / 4))
                        * (1 + 0.05 * uneven.at(px, py));
                int pixel = py * SIDE + px;
                scene.add(pixel, haemoglobin, (float) (density * thickness));
                scene.add(pixel, blue, (float) (polychromasia * thickness));
                if (cover > 0.5) {
                    scene.mask[pixel] = Scene.SURROUNDINGS;
                }
            }
        }
    }

    private void specks(Scene scene, Dice dice) {
        float[] magenta = look.stain().of(Dye.AZUROPHIL);
        float[] blue = look.stain().of(Dye.BASOPHILIC);
        float[] dirt = look.stain().of(Dye.DIRT);
        int count = (int) Math.round(look.dirt() * dice.uniform(0.3, 1.6));
        for (int i = 0; i < count; i++) {
            double size = dice.chance(0.85) ? dice.uniform(0.8, 2.2) : dice.uniform(2, 4);
            float[] dye = dice.chance(0.75) ? magenta : blue;
            speck(scene, dye, dice.uniform(0, SIDE), dice.uniform(0, SIDE), size, dice.uniform(0.12, 0.5));
        }
        if (dice.chance(0.05)) {
            speck(scene, dirt, dice.uniform(0, SIDE), dice.uniform(0, SIDE), dice.uniform(2, 5), 1.2);
        }
        int platelets = dice.chance(0.35) ? dice.between(1, 4) : 0;
        for (int i = 0; i < platelets; i++) {
            platelet(scene, magenta, blue, dice);
        }
    }

    /** A platelet: a pale blue patch with magenta granules. */
    private void platelet(Scene scene, float[] magenta, float[] blue, Dice dice) {
        double x = dice.uniform(0, SIDE);
        double y = dice.uniform(0, SIDE);
        double radius = dice.uniform(0.7, 1.5) * pixelsPerMicron;
        speck(scene, blue, x, y, radius, 0.10);
        for (int i = 0; i < 14; i++) {
            speck(
                    scene,
                    magenta,
                    x + dice.normal(0, 0.4 * radius),
                    y + dice.normal(0, 0.4 * radius),
                    dice.uniform(1.0, 2.0),
                    dice.uniform(0.1, 0.3));
        }
    }

    private static void speck(Scene scene, float[] dye, double x, double y, double radius, double amount) {
        int reach = (int) Math.ceil(radius + 2);
        for (int py = Math.max(0, (int) y - reach); py <= Math.min(SIDE - 1, y + reach); py++) {
            for (int px = Math.max(0, (int) x - reach); px <= Math.min(SIDE - 1, x + reach); px++) {
                double away = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y));
                double cover = Math.clamp((radius - away) / 1.5 + 0.5, 0, 1);
                scene.add(py * SIDE + px, dye, (float) (amount * cover));
            }
        }
    }
}
