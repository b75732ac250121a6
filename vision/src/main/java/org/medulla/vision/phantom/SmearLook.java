package org.medulla.vision.phantom;

/**
 * How one smear was made, stained and photographed; every cell of it shares this.
 *
 * @param stain the dyes
 * @param stainName as the manifest says it
 * @param scanner as the manifest says it
 * @param micronsPerPixel of the scanner
 * @param whiteRed red of an empty field, 0 to 255
 * @param whiteGreen green of it
 * @param whiteBlue blue of it
 * @param vignetting how much darker the corners are
 * @param blur deviation of the optics' Gaussian in pixels
 * @param noise deviation of the camera's noise in grey levels
 * @param quality of the JPEG
 * @param redCells how many red cells lie in a field
 * @param redCellDensity amount of haemoglobin dye in one
 * @param pallor how pale their middle is, 0 to 1
 * @param crowding how many other nucleated cells lie in a field
 * @param plasma amount of blue in the ground
 * @param dirt how many specks lie in a field
 */
record SmearLook(
        Stain stain,
        String stainName,
        String scanner,
        double micronsPerPixel,
        double whiteRed,
        double whiteGreen,
        double whiteBlue,
        double vignetting,
        double blur,
        double noise,
        int quality,
        double redCells,
        double redCellDensity,
        double pallor,
        double crowding,
        double plasma,
        double dirt) {

    private static final double[][] LIGHTS = {
        {250, 248, 253}, {240, 232, 249}, {232, 234, 228}, {246, 240, 252}, {215, 214, 218}, {162, 164, 165}
    };
    private static final double[] LIGHT_WEIGHTS = {3, 3, 2, 2, 1, 2.4};
    private static final String[] SCANNERS = {"phantom-scanner-1", "phantom-scanner-2", "phantom-scanner-3"};
    private static final double[] MICRONS_PER_PIXEL = {0.088, 0.090, 0.092};
    private static final String[] STAINS = {"Pappenheim", "May-Gruenwald-Giemsa"};

    /** Throws the look of a smear. */
    static SmearLook of(Dice dice) {
        int light = dice.weighted(LIGHT_WEIGHTS);
        double[] white = LIGHTS[light];
        boolean dim = white[1] < 200;
        int scanner = dice.between(0, SCANNERS.length - 1);
        int stainName = dice.chance(0.7) ? 0 : 1;
        double level = dice.normal(1, 0.012);
        Stain stain = new Stain(
                dice,
                dice.normal(dim ? 0.86 : 1.0, 0.08),
                dice.normal(stainName == 0 ? 1.0 : 1.05, 0.06),
                dice.chance(dim ? 0.9 : 0.4) ? dice.uniform(0.75, 1) : dice.uniform(0.1, 0.7));
        return new SmearLook(
                stain,
                STAINS[stainName],
                SCANNERS[scanner],
                MICRONS_PER_PIXEL[scanner],
                white[0] * level * dice.normal(1, 0.008),
                white[1] * level * dice.normal(1, 0.008),
                white[2] * level,
                dice.uniform(0, 0.05),
                dice.uniform(1.0, 1.7),
                dice.uniform(1.4, 2.9),
                dice.between(88, 96),
                dice.uniform(2, 9),
                dice.uniform(0.085, 0.16),
                dice.chance(0.5) ? dice.uniform(0, 0.25) : dice.uniform(0.2, 0.75),
                dice.chance(0.45) ? dice.uniform(0, 1.2) : dice.uniform(1, 4.5),
                dice.chance(0.5) ? dice.uniform(0, 0.015) : dice.uniform(0.01, 0.10),
                dice.chance(0.5) ? dice.uniform(0, 8) : dice.uniform(5, 60));
    }
}
