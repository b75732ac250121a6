package org.medulla.vision.phantom;

import org.medulla.cytology.job.MedullaException;

/**
 * What is to be drawn; the same plan gives the same bytes.
 *
 * @param cells how many cells, 21 to draw one of each class
 * @param patients how many patients they come from, not more than cells
 * @param seed of all chance
 */
public record PhantomPlan(int cells, int patients, long seed) {
    public PhantomPlan {
        if (cells < 1 || cells > 1_000_000) {
            throw MedullaException.user("Phantoms are drawn from 1 to 1,000,000 at a time, not " + cells + ".");
        }
        if (patients < 1 || patients > cells) {
            throw MedullaException.user(
                    "The patients of phantoms number from 1 to the number of cells, not " + patients + ".");
        }
    }

    /** The plan in words, as it is written into every file. */
    String words() {
        return "plan of " + cells + " cells, " + patients + " patients, seed " + seed + ", generator "
                + PhantomSeries.GENERATOR;
    }
}
