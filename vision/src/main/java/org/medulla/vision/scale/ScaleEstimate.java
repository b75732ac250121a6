package org.medulla.vision.scale;

/**
 * How many micrometres on the smear a pixel is wide, as far as pictures tell.
 *
 * @param micronsPerPixel above zero: the geometric mean of what the evidence leaves possible, which has the least expected
 *     squared error of the logarithm
 * @param logDeviation the standard deviation of the natural logarithm: 0.1 says that the scale is known to about 10 %. Near
 *     {@link ScaleEvidence#PRIOR_DEVIATION} the pictures told nothing
 * @param pictures how many were looked at
 * @param redCells how many red cells are expected among the discs that were found
 * @param basis what the estimate rests on
 */
public record ScaleEstimate(double micronsPerPixel, double logDeviation, int pictures, double redCells, Basis basis) {
    public ScaleEstimate {
        if (!(micronsPerPixel > 0) || !(logDeviation > 0) || pictures < 1 || !(redCells >= 0)) {
            throw new IllegalArgumentException("A scale and its deviation are above zero, and rest on a picture");
        }
    }

    /** What an estimate mainly rests on. */
    public enum Basis {
        /** One red cell or more in expectation. */
        RED_CELLS,
        /** The size of the nucleus in the middle, where no red cell is seen. */
        NUCLEUS,
        /** What frames of single cells usually show, where there is no nucleus either. */
        FRAME
    }
}
