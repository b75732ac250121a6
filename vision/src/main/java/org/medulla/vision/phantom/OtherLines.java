package org.medulla.vision.phantom;

import java.util.List;
import java.util.Optional;
import org.medulla.vision.phantom.CellTraits.Chromatin;
import org.medulla.vision.phantom.CellTraits.Cytoplasm;
import org.medulla.vision.phantom.CellTraits.GranuleForm;
import org.medulla.vision.phantom.CellTraits.Granules;
import org.medulla.vision.phantom.CellTraits.Nucleus;
import org.medulla.vision.phantom.CellTraits.Outline;

/** Cells outside granulopoiesis: erythroid, lymphoid, plasma cells, monocytes, and the rare large ones. */
final class OtherLines {
    private OtherLines() {}

    /** A proerythroblast: large, round nucleus, deep blue. */
    static CellTraits proerythroblast(Dice dice) {
        return erythroid(dice.normal(0.05, 0.28), dice);
    }

    /** An erythroblast, from basophilic to orthochromatic. */
    static CellTraits erythroblast(Dice dice) {
        return erythroid(dice.normal(1.9, 0.62), dice);
    }

    /**
     * The erythroid line.
     *
     * @param stage 0 proerythroblast, 1 basophilic, 2 polychromatic, 3 orthochromatic
     */
    private static CellTraits erythroid(double stage, Dice dice) {
        double age = Math.clamp(stage, 0, 3) / 3;
        double first = Math.max(0, 1 - Math.max(0, stage));
        return new CellTraits(
                new Outline(
                        (17.6 - 8.2 * Math.pow(age, 0.6)) * dice.normal(1, 0.07),
                        dice.uniform(1, 1.25),
                        dice.uniform(0.1, 0.38),
                        0.04,
                        0,
                        stage < 0.6 && dice.chance(0.35) ? dice.between(1, 3) : 0),
                Optional.of(new Nucleus(
                        new NuclearForm.Round(dice.uniform(1, 1.12)),
                        (0.79 - 0.17 * age) * dice.normal(1, 0.05),
                        dice.uniform(0, 0.6),
                        (0.88 + 0.75 * age) * dice.normal(1, 0.07),
                        Math.clamp(0.05 + 0.75 * age, 0, 0.8),
                        new Chromatin(
                                0.10 - 0.06 * age,
                                0.12 + 0.02 * age,
                                0.04 + 0.16 * Math.sin(Math.PI * Math.min(1, age * 1.1)),
                                0.05),
                        first > 0.4 ? dice.between(1, 3) : 0,
                        dice.uniform(0.05, 0.15))),
                new Cytoplasm(
                        Math.max(0.10, (0.72 - 0.60 * age) * dice.normal(1, 0.14)),
                        0.05 * age,
                        0.10 * Math.max(0, age - 0.35),
                        0.35 * (1 - age),
                        0.5 * (1 - age),
                        0,
                        0.10,
                        0),
                List.of());
    }

    /** A lymphocyte, small and dense or, one in four, large with more cytoplasm and at times a few granules. */
    static CellTraits lymphocyte(Dice dice) {
        boolean large = dice.chance(0.25);
        return lymphoid(
                large ? dice.normal(12.4, 0.9) : dice.normal(9.6, 0.75),
                large ? dice.normal(0.76, 0.05) : dice.normal(0.89, 0.04),
                dice.normal(large ? 1.12 : 1.30, 0.1),
                large ? 0.2 : 0.35,
                new Chromatin(0.03, 0.07, 0.08, 0.14),
                dice.chance(0.08) ? 1 : 0,
                large ? dice.uniform(0.10, 0.26) : dice.uniform(0.2, 0.4),
                0,
                large && dice.chance(0.4) ? dice.between(4, 12) : 0,
                dice);
    }

    /** An immature lymphocyte: larger, finer chromatin, a nucleolus. */
    static CellTraits immatureLymphocyte(Dice dice) {
        return lymphoid(
                dice.normal(12.3, 1.0),
                dice.normal(0.87, 0.03),
                dice.normal(1.02, 0.08),
                0.15,
                new Chromatin(0.07, 0.10, 0.03, 0.07),
                dice.between(0, 2),
                dice.uniform(0.25, 0.42),
                0,
                0,
                dice);
    }

    /** A hairy cell: oval nucleus with even chromatin, pale grey-blue cytoplasm that ends in hairs. */
    static CellTraits hairyCell(Dice dice) {
        return lymphoid(
                dice.normal(12.2, 1.0),
                dice.normal(0.74, 0.05),
                dice.normal(1.05, 0.09),
                0.2,
                new Chromatin(0.05, 0.10, 0.03, 0.07),
                0,
                dice.uniform(0.12, 0.24),
                dice.between(22, 60),
                0,
                dice);
    }

    private static CellTraits lymphoid(
            double diameter,
            double share,
            double density,
            double blackness,
            Chromatin chromatin,
            int nucleoli,
            double basophilia,
            int hairs,
            int granules,
            Dice dice) {
        NuclearForm form = switch (dice.weighted(hairs > 0 ? new double[] {4, 1, 4} : new double[] {7, 2, 1})) {
            case 0 -> new NuclearForm.Round(dice.uniform(1, 1.25));
            case 1 -> new NuclearForm.Cleft(1.1, 1, dice.uniform(0.2, 0.5));
            default -> new NuclearForm.Bent(dice.uniform(0.9, 1.7), dice.uniform(0.75, 0.88), 0, 1);
        };
        return new CellTraits(
                new Outline(
                        diameter,
                        dice.uniform(1, 1.25),
                        dice.uniform(0.1, 0.4),
                        hairs > 0 ? dice.uniform(0.10, 0.2) : dice.uniform(0.02, 0.07),
                        hairs,
                        hairs == 0 && dice.chance(0.15) ? dice.between(1, 3) : 0),
                Optional.of(new Nucleus(
                        form,
                        Math.min(0.95, share),
                        dice.uniform(0.3, 1),
                        density,
                        blackness,
                        chromatin,
                        nucleoli,
                        dice.uniform(0.05, 0.22))),
                new Cytoplasm(basophilia, 0.02, 0, 0.3, dice.chance(0.3) ? 0.4 : 0, 0, dice.uniform(0.1, 0.22), 0),
                granules == 0
                        ? List.of()
                        : List.of(new Granules(Dye.AZUROPHIL, granules, 0.22, 0.5, 0, GranuleForm.GRAIN)));
    }

    /** A plasma cell: eccentric round nucleus with clumps like a clock face, deep blue cytoplasm with a hof. */
    static CellTraits plasmaCell(Dice dice) {
        return new CellTraits(
                new Outline(
                        dice.normal(14.2, 1.5),
                        dice.uniform(1.1, 1.5),
                        dice.uniform(0.2, 0.5),
                        dice.uniform(0.03, 0.09),
                        0,
                        dice.chance(0.2) ? 2 : 0),
                Optional.of(new Nucleus(
                        new NuclearForm.Round(dice.uniform(1, 1.18)),
                        dice.normal(0.60, 0.05),
                        dice.uniform(0.75, 1),
                        dice.normal(1.10, 0.1),
                        dice.uniform(0.1, 0.35),
                        new Chromatin(0.04, 0.10, 0.26, 0.05),
                        dice.chance(0.15) ? 1 : 0,
                        0.08)),
                new Cytoplasm(
                        dice.uniform(0.38, 0.72),
                        dice.uniform(0.02, 0.07),
                        0,
                        0.3,
                        dice.uniform(0.4, 0.85),
                        0,
                        dice.uniform(0.10, 0.2),
                        dice.chance(0.25) ? dice.between(2, 14) : 0),
                List.of());
    }

    /** A monocyte: large, folded nucleus with a loose net, grey-blue dusty cytoplasm, vacuoles. */
    static CellTraits monocyte(Dice dice) {
        NuclearForm form = dice.chance(0.6)
                ? new NuclearForm.Bent(
                        dice.uniform(1.5, 3.6), dice.uniform(0.58, 0.78), dice.uniform(0, 0.3), dice.between(1, 2))
                : new NuclearForm.Cleft(dice.uniform(1, 1.3), dice.between(1, 4), dice.uniform(0.3, 0.75));
        return new CellTraits(
                new Outline(
                        dice.normal(15.6, 1.4),
                        dice.uniform(1, 1.3),
                        dice.uniform(0.2, 0.6),
                        dice.uniform(0.04, 0.10),
                        0,
                        0),
                Optional.of(new Nucleus(
                        form,
                        dice.normal(0.72, 0.04),
                        dice.uniform(0.2, 0.8),
                        dice.normal(0.90, 0.08),
                        0.05,
                        new Chromatin(0.06, 0.14, 0.10, 0.08),
                        dice.chance(0.15) ? 1 : 0,
                        dice.uniform(0.25, 0.55))),
                new Cytoplasm(
                        dice.uniform(0.14, 0.32),
                        dice.uniform(0.03, 0.07),
                        0,
                        0.2,
                        0.2,
                        dice.uniform(0, 0.06),
                        dice.uniform(0.12, 0.25),
                        dice.chance(0.4) ? dice.between(1, 10) : 0),
                dice.chance(0.3)
                        ? List.of(new Granules(Dye.AZUROPHIL, dice.between(20, 70), 0.12, 0.25, 0.1, GranuleForm.GRAIN))
                        : List.of());
    }

    /** A megakaryocyte; of its forty micrometres a picture shows a part. */
    static CellTraits megakaryocyte(Dice dice) {
        return new CellTraits(
                new Outline(
                        dice.uniform(24, 40),
                        dice.uniform(1, 1.3),
                        dice.uniform(0.5, 1.2),
                        0.12,
                        0,
                        dice.between(0, 5)),
                Optional.of(new Nucleus(
                        new NuclearForm.Heaped(dice.between(4, 8), dice.uniform(0, 0.35)),
                        dice.uniform(0.46, 0.62),
                        dice.uniform(0, 0.6),
                        dice.normal(0.98, 0.08),
                        0.05,
                        new Chromatin(0.04, 0.10, 0.08, 0.12),
                        0,
                        0.4)),
                new Cytoplasm(0.05, dice.uniform(0.10, 0.2), 0, 0.2, 0, dice.uniform(0.1, 0.25), 0.2, 0),
                List.of(new Granules(Dye.AZUROPHIL, dice.between(200, 500), 0.13, 0.2, 0.1, GranuleForm.GRAIN)));
    }

    /** A cell in mitosis: chromosomes as a dense plate, a ring or a tangle in clear cytoplasm. */
    static CellTraits mitosis(Dice dice) {
        NuclearForm form = switch (dice.between(0, 2)) {
            case 0 -> new NuclearForm.Round(dice.uniform(2.5, 3.6));
            case 1 -> new NuclearForm.Bent(5.0, 0.35, 0.1, 3);
            default -> new NuclearForm.Heaped(dice.between(4, 6), 0.5);
        };
        return new CellTraits(
                new Outline(dice.normal(16, 1.2), dice.uniform(1, 1.15), 0.3, 0.06, 0, dice.between(0, 3)),
                Optional.of(new Nucleus(
                        form,
                        dice.uniform(0.44, 0.54),
                        0.1,
                        dice.normal(1.5, 0.12),
                        0.55,
                        new Chromatin(0.05, 0.10, 0.12, 0),
                        0,
                        0.55)),
                new Cytoplasm(dice.uniform(0.12, 0.4), 0.03, 0, 0.3, 0, 0, 0.2, dice.between(0, 4)),
                List.of());
    }

    /** A macrophage: pale foamy cytoplasm, small round nucleus, eaten debris. */
    static CellTraits macrophage(Dice dice) {
        return new CellTraits(
                new Outline(
                        dice.uniform(19, 26),
                        dice.uniform(1.1, 1.5),
                        dice.uniform(0.6, 1.3),
                        0.15,
                        0,
                        dice.between(0, 4)),
                Optional.of(new Nucleus(
                        new NuclearForm.Round(dice.uniform(1.1, 1.4)),
                        dice.uniform(0.36, 0.44),
                        dice.uniform(0.4, 0.9),
                        dice.normal(0.75, 0.06),
                        0,
                        new Chromatin(0.05, 0.10, 0.05, 0.05),
                        1,
                        0.15)),
                new Cytoplasm(dice.uniform(0.08, 0.2), 0.05, 0, 0, 0.2, 0.04, 0.3, dice.between(25, 90)),
                List.of(
                        new Granules(Dye.DARK, dice.between(2, 14), 0.6, 0.6, 0.1, GranuleForm.GRAIN),
                        new Granules(Dye.DIRT, dice.between(0, 12), 0.2, 0.5, 0.1, GranuleForm.GRAIN)));
    }
}
