package org.medulla.vision.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The Hough transform for discs: each rim votes for the middles that lie at a radius from it, on its darker side. The grid of
 * a radius is as coarse as the radius is large, so that large and small discs may be equally uneven.
 */
final class DiscVotes {
    /** Radii in grid steps of {@link DensityField}: diameters of 7 % to 46 % of the frame. */
    private static final double SMALLEST = 3.4;

    private static final double RATIO = 1.1;
    private static final int RADII = 21;

    /** The side of a vote's cell as a share of the radius. */
    private static final float COARSENESS = 0.3f;

    /** How far outside the frame a middle may lie, as a share of the radius. */
    private static final float OUTSIDE = 0.6f;

    private static final int KEPT = 48;

    private DiscVotes() {}

    /** A first guess of a disc, in grid steps. */
    record Guess(float x, float y, float radius, float votes) {}

    static List<Guess> of(Rims rims) {
        List<Guess> guesses = new ArrayList<>();
        for (int k = 0; k < RADII; k++) {
            vote(rims, (float) (SMALLEST * Math.pow(RATIO, k)), guesses);
        }
        guesses.sort(Comparator.comparingDouble((Guess g) -> -g.votes));
        return guesses.subList(0, Math.min(KEPT, guesses.size()));
    }

    private static void vote(Rims rims, float radius, List<Guess> guesses) {
        float step = COARSENESS * radius;
        // The grid lies around the middle of the frame, so that turned pictures fall on turned grids.
        float reach = DensityField.SIDE / 2f + OUTSIDE * radius;
        int half = (int) Math.ceil(reach / step) + 1;
        int side = 2 * half + 1;
        float middle = (DensityField.SIDE - 1) / 2f;
        float[] votes = new float[side * side];
        for (int i = 0; i < rims.count; i++) {
            float x = (rims.x[i] + radius * rims.towardsX[i] - middle) / step + half;
            float y = (rims.y[i] + radius * rims.towardsY[i] - middle) / step + half;
            if (x < 0 || y < 0 || x >= side - 1 || y >= side - 1) {
                continue;
            }
            int column = (int) x;
            int row = (int) y;
            float right = x - column;
            float down = y - row;
            int at = row * side + column;
            votes[at] += (1 - right) * (1 - down);
            votes[at + 1] += right * (1 - down);
            votes[at + side] += (1 - right) * down;
            votes[at + side + 1] += right * down;
        }
        float least = 0.22f * 6.28f * radius * COARSENESS;
        for (int row = 1; row < side - 1; row++) {
            for (int column = 1; column < side - 1; column++) {
                int at = row * side + column;
                float here = votes[at];
                if (here > least && isSummit(votes, at, side)) {
                    float x = (column - half) * step + middle;
                    float y = (row - half) * step + middle;
                    guesses.add(new Guess(x, y, radius, here / radius));
                }
            }
        }
    }

    private static boolean isSummit(float[] votes, int at, int side) {
        float here = votes[at];
        return here >= votes[at - 1]
                && here >= votes[at + 1]
                && here >= votes[at - side]
                && here >= votes[at + side]
                && here >= votes[at - side - 1]
                && here >= votes[at - side + 1]
                && here >= votes[at + side - 1]
                && here >= votes[at + side + 1];
    }
}
