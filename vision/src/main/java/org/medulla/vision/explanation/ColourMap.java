package org.medulla.vision.explanation;

/**
 * The colours of saliency: from dark blue over green to pale yellow, away from the violet and pink of the stain. Lightness rises
 * evenly and neighbouring colours are equally far apart in OKLab (Ottosson B, "A perceptual color space for image processing",
 * 2020), so that what looks like an edge is one, in grey and to colour-blind eyes too.
 */
final class ColourMap {
    private static final int COLOURS = 256;

    /** Lightness, chroma and hue in degrees at equal distances along the way; between them it is linear. */
    private static final double[][] WAY = {
        {0.30, 0.10, 270}, {0.45, 0.11, 240}, {0.60, 0.11, 195}, {0.75, 0.14, 155}, {0.88, 0.16, 120}, {0.97, 0.11, 105}
    };

    private static final int[] TABLE = table();

    private ColourMap() {}

    /** The colour of a value from 0 to 1, as 0xRRGGBB. */
    static int rgb(double value) {
        return TABLE[(int) Math.round(Math.clamp(value, 0, 1) * (COLOURS - 1))];
    }

    /** Walks along the way in so many steps of equal length. */
    private static int[] table() {
        int fine = 4096;
        double[] reached = new double[fine + 1];
        double[] before = oklab(0);
        for (int i = 1; i <= fine; i++) {
            double[] colour = oklab((double) i / fine);
            reached[i] = reached[i - 1] + distance(before, colour);
            before = colour;
        }
        int[] table = new int[COLOURS];
        int at = 0;
        for (int i = 0; i < COLOURS; i++) {
            double wanted = reached[fine] * i / (COLOURS - 1);
            while (at < fine && reached[at] < wanted) {
                at++;
            }
            table[i] = toRgb(oklab((double) at / fine));
        }
        return table;
    }

    private static double[] oklab(double share) {
        double position = share * (WAY.length - 1);
        int from = Math.min((int) position, WAY.length - 2);
        double part = position - from;
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = WAY[from][i] * (1 - part) + WAY[from + 1][i] * part;
        }
        double hue = Math.toRadians(mixed[2]);
        return new double[] {mixed[0], mixed[1] * Math.cos(hue), mixed[1] * Math.sin(hue)};
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }

    private static int toRgb(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        int red = level(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = level(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = level(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return red << 16 | green << 8 | blue;
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** A linear share of light as an sRGB byte (IEC 61966-2-1). */
    private static int level(double light) {
        double clipped = Math.clamp(light, 0, 1);
        double coded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * coded);
    }
}
