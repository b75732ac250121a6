package org.medulla.cytology.evaluation;

/**
 * How well a published classifier recognised one class.
 *
 * @param code the class
 * @param images how many images of it there were
 * @param strict only the same class was right
 * @param tolerant a neighbouring stage was right too
 */
public record PublishedScore(String code, long images, Rates strict, Rates tolerant) {
    /**
     * Two rates of a class.
     *
     * @param precision share of the cells called this class that belong to it
     * @param recall share of the cells of this class that were called so
     */
    public record Rates(double precision, double recall) {
        /** Harmonic mean of precision and recall; 0 where both are 0. */
        public double f1() {
            return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        }
    }
}
