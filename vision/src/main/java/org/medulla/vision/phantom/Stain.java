package org.medulla.vision.phantom;

import java.util.EnumMap;
import java.util.Map;

/** The dyes as one smear shows them: their vectors bent a little, their amounts scaled, by the smear's own dice. */
final class Stain {
    private final Map<Dye, float[]> vectors = new EnumMap<>(Dye.class);

    /**
     * Mixes a stain.
     *
     * @param strength of all dyes, 1 being usual
     * @param azure strength of the blue dyes against the red ones
     * @param redCells how grey (1) or pink (0) red cells are
     */
    Stain(Dice dice, double strength, double azure, double redCells) {
        double blueness = dice.normal(1, 0.10);
        for (Dye dye : Dye.values()) {
            double amount = strength * dice.normal(1, 0.06);
            double red = dye.red() * blueness * dice.normal(1, 0.05);
            double blue = dye.blue() * dice.normal(1, 0.12);
            switch (dye) {
                case BASOPHILIC, CHROMATIN, DARK -> amount *= azure;
                case PINK, EOSINOPHIL -> amount /= azure;
                case HAEMOGLOBIN -> {
                    red = 0.5 + 0.5 * redCells * dice.normal(1, 0.08);
                    blue = dice.normal(1.02, 0.14);
                }
                case AZUROPHIL, DIRT -> {}
            }
            vectors.put(
                    dye, new float[] {(float) (amount * red), (float) (amount * dye.green()), (float) (amount * blue)});
        }
    }

    /** Optical densities in red, green and blue of an amount of 1; shared, for reading only. */
    float[] of(Dye dye) {
        float[] vector = vectors.get(dye);
        if (vector == null) {
            throw new IllegalStateException("No vector for " + dye);
        }
        return vector;
    }
}
