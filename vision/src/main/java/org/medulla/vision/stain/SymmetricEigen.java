package org.medulla.vision.stain;

/** Eigenvalues and eigenvectors of a symmetric 3 x 3 matrix by Jacobi's rotations (Golub and Van Loan, 8.5). */
final class SymmetricEigen {
    private static final int SWEEPS = 30;

    /** In descending order. */
    final double[] values = new double[3];

    /** The unit vector of each value. */
    final double[][] vectors = new double[3][3];

    SymmetricEigen(double[][] matrix) {
        double[][] a = {matrix[0].clone(), matrix[1].clone(), matrix[2].clone()};
        double[][] v = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            rotate(a, v, 0, 1);
            rotate(a, v, 0, 2);
            rotate(a, v, 1, 2);
        }
        boolean[] taken = new boolean[3];
        for (int place = 0; place < 3; place++) {
            int largest = -1;
            for (int i = 0; i < 3; i++) {
                if (!taken[i] && (largest < 0 || a[i][i] > a[largest][largest])) {
                    largest = i;
                }
            }
            taken[largest] = true;
            values[place] = a[largest][largest];
            for (int i = 0; i < 3; i++) {
                vectors[place][i] = v[i][largest];
            }
        }
    }

    /** Makes the entry (p, q) zero. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < 3; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < 3; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double kp = v[k][p];
            double kq = v[k][q];
            v[k][p] = c * kp - s * kq;
            v[k][q] = s * kp + c * kq;
        }
    }
}
