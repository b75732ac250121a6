package org.medulla.cytology.agreement;

/**
 * In which share of the cells one reader gives a class (row) and another reader a class (column), and what kappa makes of it: 1 less
 * the disagreement that was seen over the one that chance would give if the classes kept their shares. What is undefined is
 * {@code NaN} here.
 */
final class JointShares {
    private final double[][] joint;
    private final double[] rows;
    private final double[] columns;
    private final double total;

    /** Takes over a square table that need not have the sum 1. */
    JointShares(double[][] joint) {
        this.joint = joint;
        rows = new double[joint.length];
        columns = new double[joint.length];
        double sum = 0;
        for (int row = 0; row < joint.length; row++) {
            for (int column = 0; column < joint.length; column++) {
                rows[row] += joint[row][column];
                columns[column] += joint[row][column];
            }
            sum += rows[row];
        }
        total = sum;
    }

    /** The share of pairs that give the same class. */
    double agreement() {
        double same = 0;
        for (int code = 0; code < joint.length; code++) {
            same += joint[code][code];
        }
        return same / total;
    }

    /** Kappa with these weights of disagreement; {@code NaN} where chance could not disagree. */
    double kappa(double[][] weights) {
        return kappa(seen(weights), expected(weights));
    }

    /** The disagreement that chance would give. */
    double expected(double[][] weights) {
        double sum = 0;
        for (int row = 0; row < joint.length; row++) {
            for (int column = 0; column < joint.length; column++) {
                sum += weights[row][column] * rows[row] * columns[column];
            }
        }
        return sum / (total * total);
    }

    /** Where one reader gives a class, the chance that the other does; {@code NaN} where nobody gave it. */
    double agreement(int code) {
        return 2 * joint[code][code] / (rows[code] + columns[code]);
    }

    /** Kappa of one class against the others; {@code NaN} where it is given always or never. */
    double kappa(int code) {
        double seen = 0;
        for (int other = 0; other < joint.length; other++) {
            seen += other == code ? 0 : joint[code][other] + joint[other][code];
        }
        return kappa(seen / total, expected(code));
    }

    /** The disagreement about one class against the others that chance would give. */
    double expected(int code) {
        return (rows[code] * (total - columns[code]) + (total - rows[code]) * columns[code]) / (total * total);
    }

    private double seen(double[][] weights) {
        double sum = 0;
        for (int row = 0; row < joint.length; row++) {
            for (int column = 0; column < joint.length; column++) {
                sum += weights[row][column] * joint[row][column];
            }
        }
        return sum / total;
    }

    private static double kappa(double seen, double expected) {
        return expected > 0 ? 1 - seen / expected : Double.NaN;
    }
}
