package org.medulla.vision.phantom;

import java.util.List;
import java.util.Optional;

/**
 * What one cell looks like, in the words of cytomorphology. Lengths are micrometres unless stated.
 *
 * @param outline the border of the cell
 * @param nucleus the nucleus; empty in a bare stretch of cytoplasm
 * @param cytoplasm the cytoplasm
 * @param granules each kind of granule that it holds
 */
record CellTraits(Outline outline, Optional<Nucleus> nucleus, Cytoplasm cytoplasm, List<Granules> granules) {
    CellTraits {
        granules = List.copyOf(granules);
    }

    /**
     * The border of a cell.
     *
     * @param diameter of the circle of the same area
     * @param elongation length by width, from 1
     * @param unevenness how far slow noise bends the border
     * @param raggedness how far fine noise frays it
     * @param hairs how many hair-like projections
     * @param blebs how many round buds
     */
    record Outline(double diameter, double elongation, double unevenness, double raggedness, int hairs, int blebs) {}

    /**
     * The nucleus.
     *
     * @param form its shape
     * @param share its diameter by the cell's, both as circles of the same area
     * @param eccentricity how far off the cell's middle, from 0 to 1 (touching the border)
     * @param density amount of chromatin dye, 1 being dark purple
     * @param blackness share of violet-black in it, as in pyknotic nuclei
     * @param chromatin its texture
     * @param nucleoli how many nucleoli
     * @param unevenness how far slow noise bends the nuclear border
     */
    record Nucleus(
            NuclearForm form,
            double share,
            double eccentricity,
            double density,
            double blackness,
            Chromatin chromatin,
            int nucleoli,
            double unevenness) {}

    /**
     * How chromatin varies, as shares of its density.
     *
     * @param fine stippling, as in blasts
     * @param granular a coarser net
     * @param clumps separate clumps with light between them, as in plasma cells
     * @param lumps large soft lumps, as in lymphocytes
     */
    record Chromatin(double fine, double granular, double clumps, double lumps) {}

    /**
     * The cytoplasm.
     *
     * @param basophilia amount of blue
     * @param pink amount of pink
     * @param haemoglobin amount of haemoglobin, as in late erythroblasts
     * @param rim how much more dye lies at the border than inside
     * @param hof how pale the area beside the nucleus is, from 0 to 1
     * @param dust fine lilac granulation, as texture
     * @param mottling how uneven the colour is
     * @param vacuoles how many vacuoles
     */
    record Cytoplasm(
            double basophilia,
            double pink,
            double haemoglobin,
            double rim,
            double hof,
            double dust,
            double mottling,
            int vacuoles) {}

    /**
     * Granules of one kind.
     *
     * @param dye what they take
     * @param count how many
     * @param radius of one, with a quarter's variation
     * @param amount of dye in the middle of one
     * @param onNucleus share of those over the nucleus that are drawn
     * @param form round grains, or rods
     */
    record Granules(Dye dye, int count, double radius, double amount, double onNucleus, GranuleForm form) {}

    /** The shape of a granule. */
    enum GranuleForm {
        GRAIN,
        /** Auer rods: needles, six to twelve radii long. */
        ROD,
        /** Auer rods lying in bundles. */
        BUNDLE
    }
}
