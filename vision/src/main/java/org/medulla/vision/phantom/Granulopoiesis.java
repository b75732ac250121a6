package org.medulla.vision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medulla.vision.phantom.CellTraits.Chromatin;
import org.medulla.vision.phantom.CellTraits.Cytoplasm;
import org.medulla.vision.phantom.CellTraits.GranuleForm;
import org.medulla.vision.phantom.CellTraits.Granules;
import org.medulla.vision.phantom.CellTraits.Nucleus;
import org.medulla.vision.phantom.CellTraits.Outline;

/**
 * Granulocytes on one continuous scale of maturation: 0 is a typical blast, 1 promyelocyte, 2 myelocyte, 3 metamyelocyte, 4
 * band, 5 segmented. A cell of a class lies about its stage with deviation {@value #SPREAD}, so that one in eight is nearer to
 * a neighbouring stage, as readers know it. Between the stages every trait is interpolated.
 */
final class Granulopoiesis {
    private static final double SPREAD = 0.33;

    // By stage: blast, promyelocyte, myelocyte, metamyelocyte, band, segmented.
    private static final double[] DIAMETER = {14.2, 16.6, 15.4, 13.8, 13.0, 12.6};
    private static final double[] NUCLEAR_SHARE = {0.86, 0.74, 0.69, 0.66, 0.63, 0.60};
    private static final double[] DENSITY = {0.84, 0.86, 0.90, 0.98, 1.08, 1.16};
    private static final double[] FINE = {0.09, 0.09, 0.08, 0.06, 0.05, 0.04};
    private static final double[] GRANULAR = {0.10, 0.12, 0.14, 0.14, 0.13, 0.11};
    private static final double[] CLUMPS = {0.05, 0.08, 0.12, 0.16, 0.19, 0.19};
    private static final double[] NUCLEOLI = {2.2, 1.2, 0.2, 0, 0, 0};
    private static final double[] BASOPHILIA = {0.44, 0.34, 0.17, 0.06, 0.03, 0.02};
    private static final double[] PINK = {0.02, 0.03, 0.07, 0.10, 0.11, 0.10};
    private static final double[] RIM = {0.5, 0.45, 0.3, 0.1, 0.05, 0};
    private static final double[] HOF = {0.25, 0.6, 0.45, 0.2, 0.1, 0};
    private static final double[] DUST = {0, 0.10, 0.17, 0.20, 0.21, 0.19};
    private static final double[] PRIMARY_GRANULES = {0, 320, 120, 20, 4, 0};

    // The nucleus bends from myelocyte to segmented.
    private static final double[] BEND_STAGES = {1.6, 2.4, 3, 4, 5};
    private static final double[] BEND = {0.8, 1.5, 2.2, 3.7, 4.3};
    private static final double[] THICKNESS = {0.9, 0.8, 0.69, 0.50, 0.47};

    private Granulopoiesis() {}

    /** A blast: stage 0, at times with an Auer rod. */
    static CellTraits blast(boolean auerRod, Dice dice) {
        double stage = Math.abs(dice.normal(0, 0.8 * SPREAD));
        CellTraits cell = neutrophil(stage, 1, dice);
        Outline outline = new Outline(
                dice.chance(0.3) ? dice.normal(11.5, 0.8) : dice.normal(15.0, 1.6),
                dice.uniform(1, 1.35),
                dice.uniform(0.06, 0.4),
                cell.outline().raggedness(),
                0,
                dice.chance(0.2) ? dice.between(1, 5) : 0);
        Nucleus nucleus = cell.nucleus().orElseThrow();
        NuclearForm form = dice.chance(0.3)
                ? new NuclearForm.Cleft(dice.uniform(1, 1.25), dice.between(1, 2), dice.uniform(0.15, 0.5))
                : nucleus.form();
        List<Granules> granules = new ArrayList<>(cell.granules());
        if (auerRod) {
            granules.add(new Granules(Dye.AZUROPHIL, dice.between(1, 2), 0.13, 1.1, 0.1, GranuleForm.ROD));
        }
        Cytoplasm cytoplasm = cell.cytoplasm();
        int vacuoles = dice.chance(0.12) ? dice.between(3, 25) : 0;
        return new CellTraits(
                outline,
                Optional.of(new Nucleus(
                        form,
                        dice.normal(0.85, 0.05),
                        dice.uniform(0.1, 0.9),
                        nucleus.density() * dice.normal(1, 0.08),
                        dice.uniform(0, 0.15),
                        nucleus.chromatin(),
                        nucleus.nucleoli(),
                        dice.uniform(0.05, 0.3))),
                new Cytoplasm(
                        cytoplasm.basophilia(),
                        cytoplasm.pink(),
                        0,
                        cytoplasm.rim(),
                        cytoplasm.hof(),
                        0,
                        cytoplasm.mottling(),
                        vacuoles),
                granules);
    }

    /**
     * A cell of the neutrophil line about a stage.
     *
     * @param granulation 1 is usual; less in myelodysplasia
     */
    static CellTraits about(int stage, double granulation, Dice dice) {
        return neutrophil(Math.clamp(dice.normal(stage, SPREAD), 0, 5.4), granulation, dice);
    }

    /** A promyelocyte full of Auer rods in bundles, with a folded or two-lobed nucleus. */
    static CellTraits faggot(Dice dice) {
        CellTraits cell = neutrophil(dice.normal(0.95, 0.2), 1, dice);
        Nucleus nucleus = cell.nucleus().orElseThrow();
        NuclearForm form = dice.chance(0.6)
                ? new NuclearForm.Bent(dice.uniform(1.6, 2.8), dice.uniform(0.55, 0.7), dice.uniform(0.2, 0.5), 2)
                : new NuclearForm.Cleft(1.1, 2, 0.6);
        List<Granules> granules = new ArrayList<>(cell.granules());
        granules.add(new Granules(
                Dye.AZUROPHIL, dice.between(40, 95), 0.11, dice.uniform(0.7, 1.1), 0.25, GranuleForm.BUNDLE));
        return new CellTraits(
                cell.outline(),
                Optional.of(new Nucleus(
                        form,
                        dice.normal(0.68, 0.04),
                        dice.uniform(0.3, 0.8),
                        nucleus.density(),
                        nucleus.blackness(),
                        nucleus.chromatin(),
                        0,
                        0.3)),
                cell.cytoplasm(),
                granules);
    }

    /** An eosinophil of any stage from the myelocyte on; an abnormal one carries large dark granules besides. */
    static CellTraits eosinophil(boolean abnormal, Dice dice) {
        double stage =
                abnormal ? dice.uniform(1.6, 3.2) : dice.weighted(new double[] {1, 3}) * 1.6 + dice.uniform(2, 3.6);
        CellTraits cell = neutrophil(Math.min(5, stage), 0, dice);
        Nucleus nucleus = cell.nucleus().orElseThrow();
        NuclearForm form = stage > 4
                ? new NuclearForm.Bent(
                        dice.uniform(1.7, 3.4), dice.uniform(0.56, 0.66), dice.uniform(0.45, 0.9), dice.between(2, 3))
                : nucleus.form();
        List<Granules> granules = new ArrayList<>();
        granules.add(new Granules(Dye.EOSINOPHIL, 220, 0.6, dice.uniform(0.02, 0.04), 0.05, GranuleForm.GRAIN));
        granules.add(new Granules(
                Dye.EOSINOPHIL,
                dice.between(420, 800),
                dice.uniform(0.19, 0.28),
                dice.uniform(0.09, 0.17),
                0.10,
                GranuleForm.GRAIN));
        if (abnormal) {
            granules.add(new Granules(
                    Dye.DARK,
                    dice.between(14, 55),
                    dice.uniform(0.22, 0.42),
                    dice.uniform(0.3, 0.7),
                    0.3,
                    GranuleForm.GRAIN));
        }
        return new CellTraits(
                new Outline(dice.normal(13.6, 1.1), dice.uniform(1, 1.25), dice.uniform(0.15, 0.5), 0.05, 0, 0),
                Optional.of(new Nucleus(
                        form,
                        nucleus.share() * 0.95,
                        dice.uniform(0.4, 0.95),
                        nucleus.density() * 0.95,
                        0.05,
                        nucleus.chromatin(),
                        0,
                        0.2)),
                new Cytoplasm(0.03 + 0.10 * Math.max(0, 3 - stage), 0.06, 0, 0, 0.1, 0, 0.15, 0),
                granules);
    }

    /** A basophil: coarse violet-black granules that lie over a pale lobed nucleus. */
    static CellTraits basophil(Dice dice) {
        return new CellTraits(
                new Outline(dice.normal(11.6, 0.9), dice.uniform(1, 1.2), dice.uniform(0.15, 0.4), 0.05, 0, 0),
                Optional.of(new Nucleus(
                        new NuclearForm.Bent(dice.uniform(1.8, 3.2), 0.6, dice.uniform(0.2, 0.6), dice.between(2, 3)),
                        dice.normal(0.68, 0.04),
                        dice.uniform(0.2, 0.7),
                        dice.normal(0.78, 0.07),
                        0,
                        new Chromatin(0.03, 0.06, 0.05, 0.08),
                        0,
                        0.35)),
                new Cytoplasm(0.04, 0.08, 0, 0, 0, 0.05, 0.15, dice.chance(0.3) ? dice.between(1, 5) : 0),
                List.of(new Granules(
                        Dye.DARK,
                        dice.between(50, 130),
                        dice.uniform(0.22, 0.38),
                        dice.uniform(0.5, 0.9),
                        0.75,
                        GranuleForm.GRAIN)));
    }

    private static CellTraits neutrophil(double stage, double granulation, Dice dice) {
        double dust = at(stage, DUST) * granulation * dice.uniform(0.5, 1.6);
        int primary = (int) (at(stage, PRIMARY_GRANULES) * granulation * dice.uniform(0.3, 2.2));
        List<Granules> granules = primary < 3
                ? List.of()
                : List.of(new Granules(
                        Dye.AZUROPHIL,
                        primary,
                        dice.uniform(0.11, 0.18),
                        dice.uniform(0.4, 0.85),
                        0.18,
                        GranuleForm.GRAIN));
        double nucleoli = at(stage, NUCLEOLI);
        return new CellTraits(
                new Outline(
                        at(stage, DIAMETER) * dice.normal(1, 0.085),
                        dice.uniform(1, 1.22),
                        dice.uniform(0.08, 0.32),
                        dice.uniform(0.02, 0.07),
                        0,
                        0),
                Optional.of(new Nucleus(
                        form(stage, dice),
                        at(stage, NUCLEAR_SHARE) * dice.normal(1, 0.05),
                        dice.uniform(0.2, stage > 3.4 ? 0.5 : 0.9),
                        at(stage, DENSITY) * dice.normal(1, 0.08),
                        0.03 * stage,
                        new Chromatin(
                                at(stage, FINE),
                                at(stage, GRANULAR) * dice.uniform(0.7, 1.3),
                                at(stage, CLUMPS) * dice.uniform(0.7, 1.4),
                                0.05),
                        (int) (nucleoli + dice.uniform(0, 1) * Math.min(1, nucleoli)),
                        dice.uniform(0.08, 0.3))),
                new Cytoplasm(
                        at(stage, BASOPHILIA) * dice.normal(1, 0.2),
                        at(stage, PINK) * dice.normal(1, 0.2),
                        0,
                        at(stage, RIM),
                        at(stage, HOF) * dice.uniform(0.4, 1.3),
                        dust,
                        dice.uniform(0.12, 0.26),
                        dice.chance(0.05) ? dice.between(1, 6) : 0),
                granules);
    }

    private static NuclearForm form(double stage, Dice dice) {
        if (stage < 1.6) {
            return new NuclearForm.Round(dice.uniform(1, 1.3));
        }
        double bend = between(BEND_STAGES, BEND, stage) * dice.normal(1, 0.1);
        double thickness = between(BEND_STAGES, THICKNESS, stage) * dice.normal(1, 0.04);
        double waists =
                stage < 3.5 ? 0 : Math.min(0.97, 0.12 + 0.85 * Math.max(0, stage - 4) * dice.uniform(0.85, 1.3));
        int lobes = stage < 3.5 ? 1 : stage < 4.4 ? dice.between(2, 3) : dice.between(3, stage > 5 ? 5 : 4);
        return waists > 0.55 && dice.chance(0.65)
                ? new NuclearForm.Lobed(lobes, waists)
                : new NuclearForm.Bent(bend, thickness, waists, lobes);
    }

    private static double at(double stage, double[] byStage) {
        int low = (int) Math.clamp(stage, 0, byStage.length - 1.0);
        int high = Math.min(byStage.length - 1, low + 1);
        return byStage[low] + (byStage[high] - byStage[low]) * Math.clamp(stage - low, 0, 1);
    }

    private static double between(double[] places, double[] values, double place) {
        for (int i = 1; i < places.length; i++) {
            if (place <= places[i]) {
                double share = Math.clamp((place - places[i - 1]) / (places[i] - places[i - 1]), 0, 1);
                return values[i - 1] + (values[i] - values[i - 1]) * share;
            }
        }
        return values[values.length - 1];
    }
}
