package org.medulla.cytology.agreement;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.job.MedullaException;

/**
 * How well readers agree on the cells that more than one of them read, every figure with its 95 % interval from resampled cells.
 * Cells of one patient are taken as independent, so that where they resemble each other the intervals are too narrow.
 *
 * @param readers who read the cells, two or more
 * @param cells how many cells count: those that both read, or that have at least two readings
 * @param readings how many readings of these cells there are
 * @param agreement the chance that two readings of a cell give the same class
 * @param kappa how far that is from what chance alone would give (0) to perfect (1); negative where it is below chance; empty where
 *     only one class was given
 * @param weightedKappa the same with bad disagreements weighing more than slight ones
 * @param classes each class that somebody gave, sorted by code
 * @param pairs which class one reader gave against another's
 */
public record ReaderAgreement(
        List<String> readers,
        long cells,
        long readings,
        Estimate agreement,
        Optional<Estimate> kappa,
        Optional<Estimate> weightedKappa,
        List<ClassAgreement> classes,
        ReadingPairs pairs) {
    public ReaderAgreement {
        readers = List.copyOf(readers);
        classes = List.copyOf(classes);
    }

    /**
     * The agreement of two readers, or of one reader's first and second time, on the cells that both read: kappa of Cohen (Educ
     * Psychol Meas 1960;20:37-46) and weighted kappa (Cohen, Psychol Bull 1968;70:213-220), in which chance gives each reader
     * the shares of the classes that this reader has. The kappa of a class is that of the class against the rest.
     *
     * @throws MedullaException USER when there is no cell that both read
     */
    public static ReaderAgreement between(
            Readings readings, String first, String second, Disagreement disagreement, Bootstrap bootstrap) {
        if (first.equals(second)) {
            throw new IllegalArgumentException("Agreement is between two readers, not of " + first + " with the same");
        }
        PairedCells cells = PairedCells.between(readings, first, second);
        if (cells.size() == 0) {
            throw MedullaException.user("There is no cell that both " + first + " and " + second
                    + " read; let both read some of the same cells.");
        }
        return of(List.of(first, second), cells, disagreement, bootstrap);
    }

    /**
     * The agreement of any readers, who need not be the same for each cell, on the cells with at least two readings: kappa of Fleiss
     * (Psychol Bull 1971;76:378-382), for unequal numbers of readings and for weights as generalised by Gwet (Handbook of Inter-Rater
     * Reliability, 4th edition, 2014, chapters 2 and 3). Each cell weighs the same, however many readings it has: what was seen is the
     * mean over the cells of the disagreement of two of their readings, and the share of a class is the mean over the cells of its share
     * of the readings. The kappa of a class is that of the class against the rest. With two readers this is Scott's pi, not Cohen's kappa.
     *
     * @throws MedullaException USER when no cell has two readings
     */
    public static ReaderAgreement among(Readings readings, Disagreement disagreement, Bootstrap bootstrap) {
        PairedCells cells = PairedCells.among(readings);
        if (cells.size() == 0) {
            throw MedullaException.user("No cell has two readings; let a second reader read some of the cells.");
        }
        List<String> readers = readings.byCell().values().stream()
                .filter(cell -> cell.size() > 1)
                .flatMap(cell -> cell.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        return of(readers, cells, disagreement, bootstrap);
    }

    private static ReaderAgreement of(
            List<String> readers, PairedCells cells, Disagreement disagreement, Bootstrap bootstrap) {
        AgreementFigures figures = new AgreementFigures(cells, disagreement, bootstrap);
        List<ClassAgreement> classes = IntStream.range(0, cells.classes().size())
                .mapToObj(code -> new ClassAgreement(
                        cells.classes().get(code), cells.readings(code), figures.agreement(code), figures.kappa(code)))
                .toList();
        return new ReaderAgreement(
                readers,
                cells.size(),
                cells.readings(),
                figures.agreement(),
                figures.kappa(),
                figures.weightedKappa(),
                classes,
                cells.table());
    }
}
