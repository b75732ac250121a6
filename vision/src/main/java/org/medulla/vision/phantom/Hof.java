package org.medulla.vision.phantom;

/** The pale area of the Golgi apparatus beside a nucleus. */
final class Hof {
    private final double x;
    private final double y;
    private final double width;
    private final double strength;

    private Hof(double x, double y, double width, double strength) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.strength = strength;
    }

    /** Finds where the cytoplasm is widest: on the line from the middle of the nucleus through the middle of the cytoplasm. */
    static Hof beside(Canvas canvas, double strength, double radius) {
        if (strength <= 0) {
            return new Hof(0, 0, 1, 0);
        }
        double[] nucleus = new double[3];
        double[] rest = new double[3];
        for (int py = canvas.top; py < canvas.bottom; py += 3) {
            for (int px = canvas.left; px < canvas.right; px += 3) {
                int at = canvas.at(px, py);
                if (canvas.cell[at] < 0) {
                    double[] sums = canvas.nucleus[at] < 0 ? nucleus : rest;
                    sums[0] += px;
                    sums[1] += py;
                    sums[2]++;
                }
            }
        }
        if (nucleus[2] == 0 || rest[2] == 0) {
            return new Hof(0, 0, 1, 0);
        }
        double fromX = nucleus[0] / nucleus[2];
        double fromY = nucleus[1] / nucleus[2];
        double dx = rest[0] / rest[2] - fromX;
        double dy = rest[1] / rest[2] - fromY;
        double length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
        double step = 0;
        while (step < 2 * radius && !isCytoplasm(canvas, fromX + step * dx / length, fromY + step * dy / length)) {
            step++;
        }
        double away = step + 0.12 * radius;
        return new Hof(fromX + away * dx / length, fromY + away * dy / length, 0.26 * radius, strength);
    }

    private static boolean isCytoplasm(Canvas canvas, double x, double y) {
        int px = (int) x;
        int py = (int) y;
        return !canvas.holds(px, py) || canvas.nucleus[canvas.at(px, py)] > 0;
    }

    /** How much of the blue is missing at a pixel, 0 to 1. */
    double at(int px, int py) {
        if (strength == 0) {
            return 0;
        }
        double dx = (px - x) / width;
        double dy = (py - y) / width;
        return strength * Falloff.of(0.5 * (dx * dx + dy * dy));
    }
}
