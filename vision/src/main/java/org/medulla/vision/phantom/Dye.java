package org.medulla.vision.phantom;

/**
 * What takes up light in a Pappenheim-stained smear. An amount of 1 absorbs one decade of green light; the vector says how much
 * red and blue go with it (optical densities, read off published marrow images).
 */
enum Dye {
    /** Azure B on DNA: purple. */
    CHROMATIN(0.51, 1.0, 0.18),
    /** Azure B on RNA: blue. */
    BASOPHILIC(0.92, 1.0, 0.20),
    /** Eosin on protein: lilac-pink. */
    PINK(0.45, 1.0, 0.36),
    /** Primary granules, platelets, precipitate: magenta. */
    AZUROPHIL(0.42, 1.0, 0.24),
    /** Eosinophil granules: orange-red. */
    EOSINOPHIL(0.36, 1.0, 0.66),
    /** Basophil granules and pyknotic nuclei: violet-black. */
    DARK(0.74, 1.0, 0.36),
    /** Haemoglobin with eosin: greyish pink, different in every smear. */
    HAEMOGLOBIN(0.72, 1.0, 1.05),
    /** Soot, dust, pigment: black. */
    DIRT(1.0, 1.0, 1.05);

    private final double red;
    private final double green;
    private final double blue;

    Dye(double red, double green, double blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    double red() {
        return red;
    }

    double green() {
        return green;
    }

    double blue() {
        return blue;
    }
}
