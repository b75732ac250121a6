package org.medulla.vision.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.medulla.vision.image.JpegComment;

/**
 * All cells of a plan, each of which can be drawn by itself, in any order, by any thread. How many there are of a class lies
 * between equal shares and the shares of the published data set; which patient a cell comes from depends on how frequent its
 * class is in that patient's diagnosis.
 */
public final class PhantomSeries {
    /** Goes up whenever a change of this package changes a byte of what is drawn. */
    static final int GENERATOR = 1;

    /** How much of a class's share is equal for all; the rest follows the root of its published number. */
    private static final double EQUAL = 0.4;

    // Ranges of the dice's second number, so that no two things share a stream.
    private static final long COHORT = 1;
    private static final long SMEARS = 1L << 32;
    private static final long CELLS = 1L << 33;

    private final PhantomPlan plan;
    private final PhantomArtist artist = new PhantomArtist();
    private final List<Cell> cells;

    /** A cell and what it is drawn from. */
    private record Cell(PhantomClass cellClass, Smear smear, PhantomCell listed) {}

    private record Smear(String patient, String id, Diagnosis diagnosis, SmearLook look) {}

    private PhantomSeries(PhantomPlan plan) {
        this.plan = plan;
        this.cells = cells(plan);
    }

    /** The series of a plan; nothing is drawn yet. */
    public static PhantomSeries of(PhantomPlan plan) {
        return new PhantomSeries(plan);
    }

    public PhantomPlan plan() {
        return plan;
    }

    /** How many cells there are. */
    public int size() {
        return cells.size();
    }

    /** What the manifest says of a cell. */
    public PhantomCell cell(int index) {
        return cells.get(index).listed;
    }

    /** Draws a cell; the same index gives the same picture. */
    public PhantomPicture draw(int index) {
        Cell cell = cells.get(index);
        return artist.draw(cell.cellClass, cell.smear.diagnosis, cell.smear.look, new Dice(plan.seed(), CELLS + index));
    }

    /** The file of a drawn cell, marked as synthetic. */
    byte[] jpeg(int index, PhantomPicture picture) {
        return JpegComment.add(
                picture.image().toJpeg(cells.get(index).smear.look.quality()), comment(index));
    }

    /** The mark in a cell's file, which also tells whether the file belongs to this plan. */
    String comment(int index) {
        return "synthetic: Medulla phantom " + cell(index).path() + ", " + plan.words();
    }

    private static List<Cell> cells(PhantomPlan plan) {
        List<Smear> smears = smears(plan);
        Dice dice = new Dice(plan.seed(), COHORT + 1);
        int[] counts = counts(plan.cells());
        List<Cell> cells = new ArrayList<>(plan.cells());
        for (PhantomClass cellClass : PhantomClass.values()) {
            double[] weights = new double[smears.size()];
            for (int i = 0; i < weights.length; i++) {
                // Any marrow can hold any cell: a series of few patients still has every class.
                weights[i] = smears.get(i).diagnosis.frequency(cellClass) + 0.01;
            }
            for (int number = 1;
                    number <= counts[Arrays.asList(PhantomClass.values()).indexOf(cellClass)];
                    number++) {
                Smear smear = smears.get(dice.weighted(weights));
                cells.add(new Cell(cellClass, smear, listed(cellClass, number, smear)));
            }
        }
        return Collections.unmodifiableList(cells);
    }

    private static PhantomCell listed(PhantomClass cellClass, int number, Smear smear) {
        String name = String.format(Locale.ROOT, "%s_%05d", cellClass, number);
        return new PhantomCell(
                cellClass + "/" + name + ".jpg",
                cellClass.name(),
                smear.patient,
                smear.id,
                smear.diagnosis.words(),
                smear.look.stainName(),
                smear.look.scanner(),
                smear.look.micronsPerPixel(),
                "masks/" + name + ".png");
    }

    /** Patients with their one or two smears; the first patients have each diagnosis once, the others as it comes. */
    private static List<Smear> smears(PhantomPlan plan) {
        Dice dice = new Dice(plan.seed(), COHORT);
        Diagnosis[] diagnoses = Diagnosis.values();
        double[] weights =
                Arrays.stream(diagnoses).mapToDouble(Diagnosis::weight).toArray();
        List<Smear> smears = new ArrayList<>();
        for (int i = 0; i < plan.patients(); i++) {
            Diagnosis diagnosis = i < diagnoses.length ? diagnoses[i] : diagnoses[dice.weighted(weights)];
            String patient = String.format(Locale.ROOT, "PHANTOM-%04d", i + 1);
            int count = dice.between(1, 2);
            for (int smear = 1; smear <= count; smear++) {
                SmearLook look = SmearLook.of(new Dice(plan.seed(), SMEARS + smears.size()));
                smears.add(new Smear(patient, patient + "-S" + smear, diagnosis, look));
            }
        }
        return smears;
    }

    /** Cells per class by largest remainders; with 21 cells or more every class has one. */
    private static int[] counts(int cells) {
        PhantomClass[] classes = PhantomClass.values();
        double roots = Arrays.stream(classes)
                .mapToDouble(c -> Math.sqrt(c.published()))
                .sum();
        int least = cells >= classes.length ? 1 : 0;
        int[] counts = new int[classes.length];
        double[] remainders = new double[classes.length];
        int left = cells - least * classes.length;
        int shared = left;
        for (int i = 0; i < classes.length; i++) {
            double share = EQUAL / classes.length + (1 - EQUAL) * Math.sqrt(classes[i].published()) / roots;
            counts[i] = least + (int) (share * shared);
            remainders[i] = share * shared - (int) (share * shared);
            left -= (int) (share * shared);
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }
            counts[largest]++;
            remainders[largest] = -1;
        }
        return counts;
    }
}
