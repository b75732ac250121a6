package org.medulla.vision.phantom;

/** Strews granules over the cytoplasm of a cell. */
final class GranulePainter {
    private final double pixelsPerMicron;

    GranulePainter(double pixelsPerMicron) {
        this.pixelsPerMicron = pixelsPerMicron;
    }

    void paint(Scene scene, Canvas canvas, CellTraits.Granules granules, Stain stain, Dice dice) {
        if (canvas.right - canvas.left < 2 || canvas.bottom - canvas.top < 2) {
            return;
        }
        float[] dye = stain.of(granules.dye());
        double bundleX = 0;
        double bundleY = 0;
        double bundleAngle = 0;
        int left = 0;
        int tries = granules.count() * 12;
        for (int placed = 0; placed < granules.count() && tries > 0; tries--) {
            double x = canvas.x + dice.uniform(-canvas.reach, canvas.reach);
            double y = canvas.y + dice.uniform(-canvas.reach, canvas.reach);
            double radius = granules.radius() * pixelsPerMicron * dice.normal(1, 0.22);
            double angle = dice.angle();
            if (granules.form() == CellTraits.GranuleForm.BUNDLE && left > 0) {
                x = bundleX + dice.normal(0, 3.2 * radius);
                y = bundleY + dice.normal(0, 3.2 * radius);
                angle = bundleAngle + dice.normal(0, 0.16);
            }
            if (!canvas.holds((int) Math.floor(x), (int) Math.floor(y))) {
                // Beyond the frame: these granules exist, but nobody sees them.
                double away = Math.hypot(x - canvas.x, y - canvas.y);
                placed += away < 0.75 * canvas.reach ? 1 : 0;
                continue;
            }
            if (!fits(canvas, granules, x, y, radius, dice)) {
                left = 0;
                continue;
            }
            if (left <= 0) {
                bundleX = x;
                bundleY = y;
                bundleAngle = angle;
                left = dice.between(4, 9);
            }
            left--;
            placed++;
            double amount = granules.amount() * dice.uniform(0.6, 1.2);
            if (granules.form() == CellTraits.GranuleForm.GRAIN) {
                dot(scene, canvas, dye, x, y, radius, amount);
            } else {
                rod(scene, canvas, dye, x, y, radius, angle, dice.uniform(6, 12), amount);
            }
        }
    }

    private static boolean fits(
            Canvas canvas, CellTraits.Granules granules, double x, double y, double radius, Dice dice) {
        int at = canvas.at((int) x, (int) y);
        boolean overNucleus = canvas.nucleus[at] < 0;
        return canvas.cell[at] < -radius * 0.9 && (!overNucleus || dice.chance(granules.onNucleus()));
    }

    private static void rod(
            Scene scene,
            Canvas canvas,
            float[] dye,
            double x,
            double y,
            double radius,
            double angle,
            double length,
            double amount) {
        int steps = (int) Math.ceil(length);
        for (int i = 0; i <= steps; i++) {
            double along = (i - steps / 2.0) * radius;
            double taper = 1 - 0.35 * Math.abs(2.0 * i / steps - 1);
            double px = x + along * StrictMath.cos(angle);
            double py = y + along * StrictMath.sin(angle);
            if (canvas.holds((int) px, (int) py) && canvas.cell[canvas.at((int) px, (int) py)] < -1) {
                dot(scene, canvas, dye, px, py, radius * taper, amount * 0.5);
            }
        }
    }

    /** A soft dot: full inside, gone a pixel beyond its radius. */
    private static void dot(Scene scene, Canvas canvas, float[] dye, double x, double y, double radius, double amount) {
        int reach = (int) Math.ceil(radius + 1);
        for (int py = (int) y - reach; py <= y + reach; py++) {
            for (int px = (int) x - reach; px <= x + reach; px++) {
                if (canvas.holds(px, py)) {
                    double away = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y));
                    double cover = Math.clamp(radius + 0.5 - away, 0, 1);
                    if (cover > 0) {
                        scene.add(py * Scene.SIDE + px, dye, (float) (amount * cover));
                    }
                }
            }
        }
    }
}
