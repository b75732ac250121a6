package org.medulla.vision.phantom;

import java.util.List;
import java.util.Optional;
import org.medulla.vision.phantom.CellTraits.Cytoplasm;
import org.medulla.vision.phantom.CellTraits.Nucleus;
import org.medulla.vision.phantom.CellTraits.Outline;

/** Draws the picture of a cell: the ground, its neighbours, the cell itself, then the photograph. Safe for many threads. */
final class PhantomArtist {
    private static final double MIDDLE = Scene.SIDE / 2.0;

    private final Textures textures = Textures.make();
    private final Camera camera = new Camera(textures);

    /** Draws a cell of a class as a smear of a patient shows it. */
    PhantomPicture draw(PhantomClass cellClass, Diagnosis diagnosis, SmearLook look, Dice dice) {
        Scene scene = new Scene();
        new GroundPainter(textures, look).paint(scene, dice);
        double defocus = dice.chance(0.06) ? dice.uniform(1, 2.2) : 0;
        if (cellClass == PhantomClass.NIF && dice.chance(0.4)) {
            defocus = dice.uniform(2, 5.5);
        }
        double x = MIDDLE + dice.normal(0, 6);
        double y = MIDDLE + dice.normal(0, 6);
        switch (cellClass) {
            case ART -> artefact(scene, diagnosis, look, x, y, dice);
            case KSC -> {
                neighbours(scene, diagnosis, look, x, y, 60, dice);
                SmearedNucleus.smudge(dice).paint(scene, textures, look.stain(), x, y, true, dice);
            }
            default -> {
                CellTraits traits = traits(cellClass, diagnosis, dice);
                double radius = traits.outline().diameter() / 2 / look.micronsPerPixel();
                if (radius > MIDDLE) {
                    // A giant fills the frame; the picture shows a part of it.
                    double turn = dice.angle();
                    x += 0.35 * (radius - 60) * StrictMath.cos(turn);
                    y += 0.35 * (radius - 60) * StrictMath.sin(turn);
                }
                neighbours(scene, diagnosis, look, x, y, radius, dice);
                new CellPainter(textures, look.micronsPerPixel()).paint(scene, traits, look.stain(), x, y, true, dice);
            }
        }
        return new PhantomPicture(camera.photograph(scene, look, defocus, dice), new PhantomMask(scene.mask));
    }

    private CellTraits traits(PhantomClass cellClass, Diagnosis diagnosis, Dice dice) {
        return switch (cellClass) {
            case BLA -> Granulopoiesis.blast(dice.chance(diagnosis.auerRods()), dice);
            case PMO -> Granulopoiesis.about(1, diagnosis.granulation(), dice);
            case MYB -> Granulopoiesis.about(2, diagnosis.granulation(), dice);
            case MMZ -> Granulopoiesis.about(3, diagnosis.granulation(), dice);
            case NGB -> Granulopoiesis.about(4, diagnosis.granulation(), dice);
            case NGS -> Granulopoiesis.about(5, diagnosis.granulation(), dice);
            case FGC -> Granulopoiesis.faggot(dice);
            case EOS -> Granulopoiesis.eosinophil(false, dice);
            case ABE -> Granulopoiesis.eosinophil(true, dice);
            case BAS -> Granulopoiesis.basophil(dice);
            case MON -> OtherLines.monocyte(dice);
            case PEB -> OtherLines.proerythroblast(dice);
            case EBO -> OtherLines.erythroblast(dice);
            case LYT -> OtherLines.lymphocyte(dice);
            case LYI -> OtherLines.immatureLymphocyte(dice);
            case HAC -> OtherLines.hairyCell(dice);
            case PLM -> OtherLines.plasmaCell(dice);
            case NIF -> unrecognisable(diagnosis, dice);
            case OTH ->
                switch (dice.between(0, 2)) {
                    case 0 -> OtherLines.megakaryocyte(dice);
                    case 1 -> OtherLines.mitosis(dice);
                    default -> OtherLines.macrophage(dice);
                };
            case ART, KSC -> throw new IllegalArgumentException(cellClass + " is not drawn from the traits of a cell");
        };
    }

    /** A cell of some class, shrunken, squeezed or with its nucleus dissolving. */
    private CellTraits unrecognisable(Diagnosis diagnosis, Dice dice) {
        CellTraits cell = traits(diagnosis.neighbour(dice), diagnosis, dice);
        Outline outline = cell.outline();
        Nucleus nucleus = cell.nucleus().orElseThrow();
        Cytoplasm cytoplasm = cell.cytoplasm();
        return switch (dice.between(0, 2)) {
            case 0 ->
                new CellTraits(
                        new Outline(dice.uniform(8, 10.5), dice.uniform(1, 1.3), 0.3, 0.06, 0, dice.between(0, 3)),
                        Optional.of(new Nucleus(
                                new NuclearForm.Round(dice.uniform(1, 1.2)),
                                dice.uniform(0.72, 0.9),
                                0.4,
                                dice.uniform(1.5, 1.9),
                                0.7,
                                new CellTraits.Chromatin(0.02, 0.05, 0.03, 0.05),
                                0,
                                0.15)),
                        new Cytoplasm(dice.uniform(0.1, 0.5), 0.04, 0.03, 0.2, 0, 0, 0.15, 0),
                        cell.granules());
            case 1 ->
                new CellTraits(
                        new Outline(
                                outline.diameter() * 0.9,
                                dice.uniform(1.4, 2.1),
                                dice.uniform(0.6, 1.3),
                                0.08,
                                0,
                                dice.between(0, 2)),
                        Optional.of(new Nucleus(
                                new NuclearForm.Round(dice.uniform(1.3, 2)),
                                nucleus.share(),
                                0.3,
                                nucleus.density() * 1.15,
                                0.3,
                                nucleus.chromatin(),
                                0,
                                0.6)),
                        cytoplasm,
                        cell.granules());
            default ->
                new CellTraits(
                        new Outline(outline.diameter(), outline.elongation(), 0.7, 0.2, 0, dice.between(0, 6)),
                        Optional.of(new Nucleus(
                                nucleus.form(),
                                nucleus.share(),
                                0.6,
                                nucleus.density() * 0.75,
                                nucleus.blackness(),
                                new CellTraits.Chromatin(0.05, 0.12, 0.02, 0.18),
                                0,
                                0.8)),
                        new Cytoplasm(
                                cytoplasm.basophilia() * 0.6,
                                0.05,
                                0,
                                0,
                                0,
                                cytoplasm.dust(),
                                0.35,
                                dice.between(0, 30)),
                        cell.granules());
        };
    }

    private void artefact(Scene scene, Diagnosis diagnosis, SmearLook look, double x, double y, Dice dice) {
        int kind = dice.weighted(new double[] {5, 3, 2, 1.2, 1.2});
        if (kind == 3) {
            // The detector took the gap between cells for a cell.
            neighbours(scene, diagnosis, look, x, y, 95, dice);
            neighbours(scene, diagnosis, look, x, y, 105, dice);
            return;
        }
        neighbours(scene, diagnosis, look, x, y, 70, dice);
        switch (kind) {
            case 0 -> SmearedNucleus.crushed(dice).paint(scene, textures, look.stain(), x, y, true, dice);
            case 1 -> SmearedNucleus.streak(dice).paint(scene, textures, look.stain(), x, y, true, dice);
            case 2 -> {
                SmearedNucleus.smudge(dice)
                        .paint(
                                scene,
                                textures,
                                look.stain(),
                                x + dice.normal(0, 30),
                                y + dice.normal(0, 30),
                                true,
                                dice);
                new CellPainter(textures, look.micronsPerPixel())
                        .paint(scene, traits(PhantomClass.LYT, diagnosis, dice), look.stain(), x, y, true, dice);
            }
            default -> precipitate(scene, look, x, y, dice);
        }
    }

    /** A heap of stain precipitate. */
    private void precipitate(Scene scene, SmearLook look, double x, double y, Dice dice) {
        double radius = dice.uniform(3, 7);
        CellTraits heap = new CellTraits(
                new Outline(2 * radius, dice.uniform(1, 1.6), 1.0, 0.3, 0, 0),
                Optional.empty(),
                new Cytoplasm(0.03, dice.uniform(0.05, 0.25), 0, 0, 0, 0.3, 0.4, 0),
                List.of(
                        new CellTraits.Granules(
                                Dye.AZUROPHIL, dice.between(120, 500), 0.2, 0.5, 1, CellTraits.GranuleForm.GRAIN),
                        new CellTraits.Granules(
                                Dye.DARK, dice.between(10, 90), 0.3, 0.7, 1, CellTraits.GranuleForm.GRAIN)));
        new CellPainter(textures, look.micronsPerPixel()).paint(scene, heap, look.stain(), x, y, true, dice);
    }

    /** Other nucleated cells of the same marrow, touching this one or cut by the frame. */
    private void neighbours(
            Scene scene, Diagnosis diagnosis, SmearLook look, double x, double y, double radius, Dice dice) {
        int count = (int) Math.round(dice.normal(look.crowding(), 0.3 * look.crowding() + 0.3));
        double[] placedX = new double[Math.max(0, count)];
        double[] placedY = new double[placedX.length];
        double[] placedRadius = new double[placedX.length];
        int placed = 0;
        for (int i = 0; i < 4 * count && placed < count; i++) {
            CellTraits other = traits(diagnosis.neighbour(dice), diagnosis, dice);
            double otherRadius = other.outline().diameter() / 2 / look.micronsPerPixel();
            double turn = dice.angle();
            double away =
                    (radius + otherRadius) * (dice.chance(0.5) ? dice.uniform(0.93, 1.05) : dice.uniform(1.05, 1.5));
            double otherX = x + away * StrictMath.cos(turn);
            double otherY = y + away * StrictMath.sin(turn);
            boolean free = true;
            for (int k = 0; k < placed; k++) {
                double dx = otherX - placedX[k];
                double dy = otherY - placedY[k];
                double needed = 0.9 * (otherRadius + placedRadius[k]);
                free &= dx * dx + dy * dy > needed * needed;
            }
            if (!free) {
                continue;
            }
            placedX[placed] = otherX;
            placedY[placed] = otherY;
            placedRadius[placed] = otherRadius;
            placed++;
            if (dice.chance(0.08)) {
                SmearedNucleus.crushed(dice).paint(scene, textures, look.stain(), otherX, otherY, false, dice);
            } else {
                new CellPainter(textures, look.micronsPerPixel())
                        .paint(scene, other, look.stain(), otherX, otherY, false, dice);
            }
        }
    }
}
