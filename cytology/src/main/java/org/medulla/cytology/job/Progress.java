package org.medulla.cytology.job;

/** Where a long job says how far it is and learns that it should stop. Implementations are safe for use by many threads. */
public interface Progress {
    /**
     * Begins a stage of the job.
     *
     * @param name what is being done, as a person reads it: "Decoding"
     * @param total how many steps it will take; 0 when that is unknown
     */
    Stage stage(String name, long total);

    /** One stage of a job; closing it ends the stage. */
    interface Stage extends AutoCloseable {
        /**
         * Reports steps done.
         *
         * @throws CancelledException when the person asked to stop
         */
        void advance(long steps);

        /** Shows a few words beside the bar: the loss, the file. */
        void note(String words);

        @Override
        void close();
    }

    /** Progress that nobody watches; it stops when its thread is interrupted. */
    static Progress silent() {
        return (name, total) -> new Stage() {
            @Override
            public void advance(long steps) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancelledException(name);
                }
            }

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };
    }
}
