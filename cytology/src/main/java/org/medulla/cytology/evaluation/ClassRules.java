package org.medulla.cytology.evaluation;

import java.util.List;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;

/** What the nomenclature says of each pair of true class (row) and predicted class (column), looked up once. */
final class ClassRules {
    private final Agreement strict;
    private final Agreement tolerant;
    private final int[][] treeDistance;
    private final boolean[][] crossLineage;
    private final boolean[] criticalTruth;
    private final boolean[] harmlessPrediction;

    /** Looks up all pairs; classes that the nomenclature does not list are refused by it. */
    ClassRules(List<String> truths, List<String> predictions, Nomenclature nomenclature) {
        int rows = truths.size();
        int columns = predictions.size();
        boolean[][] same = new boolean[rows][columns];
        boolean[][] tolerated = new boolean[rows][columns];
        treeDistance = new int[rows][columns];
        crossLineage = new boolean[rows][columns];
        criticalTruth = new boolean[rows];
        harmlessPrediction = new boolean[columns];
        for (int row = 0; row < rows; row++) {
            CellClass truth = nomenclature.of(truths.get(row));
            criticalTruth[row] = truth.critical();
            for (int column = 0; column < columns; column++) {
                CellClass prediction = nomenclature.of(predictions.get(column));
                harmlessPrediction[column] = !prediction.critical();
                same[row][column] = row == column;
                tolerated[row][column] = nomenclature.tolerated(truth.code(), prediction.code());
                treeDistance[row][column] = nomenclature.treeDistance(truth.code(), prediction.code());
                crossLineage[row][column] = truth.lineage() != prediction.lineage();
            }
        }
        strict = new Agreement(same);
        tolerant = new Agreement(tolerated);
    }

    Agreement strict() {
        return strict;
    }

    Agreement tolerant() {
        return tolerant;
    }

    /** Mean distance in the tree of classes between truth and prediction. */
    double meanTreeDistance(ConfusionMatrix confusion) {
        long sum = 0;
        for (int truth = 0; truth < treeDistance.length; truth++) {
            for (int prediction = 0; prediction < harmlessPrediction.length; prediction++) {
                sum += treeDistance[truth][prediction] * confusion.count(truth, prediction);
            }
        }
        return (double) sum / confusion.total();
    }

    /** Share of the cells whose prediction belongs to another lineage. */
    double crossLineageErrorRate(ConfusionMatrix confusion) {
        return new Agreement(crossLineage).accuracy(confusion);
    }

    /** Share of the critical cells whose prediction is not critical; {@code NaN} where no cell is critical. */
    double criticalToHarmlessErrorRate(ConfusionMatrix confusion) {
        long critical = 0;
        long missed = 0;
        for (int truth = 0; truth < criticalTruth.length; truth++) {
            if (criticalTruth[truth]) {
                critical += confusion.support(truth);
                for (int prediction = 0; prediction < harmlessPrediction.length; prediction++) {
                    missed += harmlessPrediction[prediction] ? confusion.count(truth, prediction) : 0;
                }
            }
        }
        return critical == 0 ? Double.NaN : (double) missed / critical;
    }
}
