package org.medulla.vision.training;

/** How long a network is trained. Either way the number of steps is fixed before the first one and kept when a run is resumed. */
public sealed interface Length {
    /** So many times as many pictures as there are training pictures. */
    record Epochs(double epochs) implements Length {
        public Epochs {
            if (!(epochs > 0)) {
                throw new IllegalArgumentException("There must be some epochs, not " + epochs);
            }
        }
    }

    /**
     * As many steps as fit into so many minutes at the speed measured at the start; load that comes later makes the run longer,
     * not the schedule shorter.
     *
     * @param mostEpochs where a small data set ends the run earlier
     */
    record Minutes(double minutes, double mostEpochs) implements Length {
        public Minutes {
            if (!(minutes > 0) || !(mostEpochs > 0)) {
                throw new IllegalArgumentException("There must be some minutes and epochs, not " + minutes);
            }
        }
    }
}
