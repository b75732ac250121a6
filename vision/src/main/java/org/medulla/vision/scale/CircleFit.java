package org.medulla.vision.scale;

/** The circle through points with the least squared error of the algebraic equation (Kåsa, IEEE Trans. Instrum. Meas. 1976). */
final class CircleFit {
    private final double originX;
    private final double originY;
    private int count;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;
    private double sumYy;
    private double sumXr;
    private double sumYr;
    private double x;
    private double y;
    private double radius;

    /** A fit without points yet; the origin, near the middle, keeps the sums small. */
    CircleFit(double originX, double originY) {
        this.originX = originX;
        this.originY = originY;
    }

    void add(double pointX, double pointY) {
        double dx = pointX - originX;
        double dy = pointY - originY;
        double square = dx * dx + dy * dy;
        count++;
        sumX += dx;
        sumY += dy;
        sumXx += dx * dx;
        sumXy += dx * dy;
        sumYy += dy * dy;
        sumXr += dx * square;
        sumYr += dy * square;
    }

    /** Whether the points fix a circle, which can be read off then. */
    boolean solve() {
        if (count < 5) {
            return false;
        }
        double meanX = sumX / count;
        double meanY = sumY / count;
        double xx = sumXx / count - meanX * meanX;
        double xy = sumXy / count - meanX * meanY;
        double yy = sumYy / count - meanY * meanY;
        double meanSquare = (sumXx + sumYy) / count;
        double xr = sumXr / count - meanX * meanSquare;
        double yr = sumYr / count - meanY * meanSquare;
        double determinant = xx * yy - xy * xy;
        if (determinant <= 1e-6 * (xx + yy) * (xx + yy)) {
            return false;
        }
        double middleX = (yy * xr - xy * yr) / (2 * determinant);
        double middleY = (xx * yr - xy * xr) / (2 * determinant);
        double square = meanSquare - 2 * (middleX * meanX + middleY * meanY) + middleX * middleX + middleY * middleY;
        x = originX + middleX;
        y = originY + middleY;
        radius = Math.sqrt(Math.max(0, square));
        return true;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double radius() {
        return radius;
    }
}
