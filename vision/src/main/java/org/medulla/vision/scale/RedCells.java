package org.medulla.vision.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what may be red cells: discs, whole or cut by the frame, that are a little darker than what surrounds them. Rims vote
 * for discs, circles are fitted to the rims near each, and colours tell how likely each is a red cell.
 */
final class RedCells {
    private static final int SIDE = DensityField.SIDE;
    private static final int DIRECTIONS = 48;
    private static final double[] TOLERANCES = {0.22, 0.15, 0.11};
    private static final double LEAST_SUPPORT = 0.45;
    private static final double LEAST_VISIBLE = 0.3;
    private static final double APART = 0.7;

    private final DensityField field;
    private final Rims rims;

    /** A disc and how long its rim is, which decides between discs that overlap. */
    private record Weighed(Disc disc, double weight) {}

    private RedCells(DensityField field) {
        this.field = field;
        this.rims = Rims.of(field);
    }

    /** The discs of a picture, those with the longest rims first; none lies on another. */
    static List<Disc> find(DensityField field) {
        return new RedCells(field).find();
    }

    private List<Disc> find() {
        List<Weighed> fitted = new ArrayList<>();
        for (DiscVotes.Guess guess : DiscVotes.of(rims)) {
            fit(guess, fitted);
        }
        fitted.sort(Comparator.comparingDouble((Weighed one) -> -one.weight));
        List<Disc> chosen = new ArrayList<>();
        for (Weighed one : fitted) {
            Disc disc = one.disc;
            boolean free = chosen.stream().noneMatch(other -> overlap(disc, other));
            if (free) {
                chosen.add(disc);
            }
        }
        return chosen;
    }

    private static boolean overlap(Disc one, Disc other) {
        double away = Math.hypot(one.x() - other.x(), one.y() - other.y());
        return away < APART * Math.max(one.radius(), other.radius());
    }

    private void fit(DiscVotes.Guess guess, List<Weighed> fitted) {
        double x = guess.x();
        double y = guess.y();
        double radius = guess.radius();
        long seen = 0;
        for (double tolerance : TOLERANCES) {
            CircleFit fit = new CircleFit(x, y);
            seen = 0;
            double limit = tolerance * radius + 0.5;
            for (int i = 0; i < rims.count; i++) {
                double dx = x - rims.x[i];
                double dy = y - rims.y[i];
                double away2 = dx * dx + dy * dy;
                if (away2 > (radius + limit) * (radius + limit) || away2 < (radius - limit) * (radius - limit)) {
                    continue;
                }
                double away = Math.sqrt(away2);
                if (dx * rims.towardsX[i] + dy * rims.towardsY[i] > 0.85 * away) {
                    fit.add(rims.x[i], rims.y[i]);
                    seen |= 1L << (int) ((Math.atan2(dy, dx) / (2 * Math.PI) + 0.5) * (DIRECTIONS - 1e-6));
                }
            }
            if (!fit.solve() || fit.radius() < 0.7 * guess.radius() || fit.radius() > 1.4 * guess.radius()) {
                return;
            }
            x = fit.x();
            y = fit.y();
            radius = fit.radius();
        }
        judge(x, y, radius, Long.bitCount(seen), fitted);
    }

    /** Keeps a circle that has a rim along much of its visible part. */
    private void judge(double x, double y, double radius, int seen, List<Weighed> fitted) {
        int visible = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double turn = 2 * Math.PI * i / DIRECTIONS;
            if (inside(x + radius * Math.cos(turn)) && inside(y + radius * Math.sin(turn))) {
                visible++;
            }
        }
        if (visible < LEAST_VISIBLE * DIRECTIONS) {
            return;
        }
        // A small circle has fewer rims than there are directions.
        double possible = Math.min(visible, visible * 2 * Math.PI * radius / DIRECTIONS * 0.9);
        double support = Math.min(1, seen / possible);
        if (support < LEAST_SUPPORT) {
            return;
        }
        double weight = support * support * visible * radius;
        double probability = RedCellLikeness.probability(field, x, y, radius, support);
        Disc disc = new Disc((x + 0.5) / SIDE, (y + 0.5) / SIDE, radius / SIDE, probability);
        fitted.add(new Weighed(disc, weight));
    }

    private static boolean inside(double place) {
        return place >= 1.5 && place <= SIDE - 2.5;
    }
}
