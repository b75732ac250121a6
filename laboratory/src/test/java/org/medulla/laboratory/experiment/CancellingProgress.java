package org.medulla.laboratory.experiment;

import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.Progress;

/** Progress that stops the job as Ctrl-C does, after so many steps of whatever stage. */
final class CancellingProgress implements Progress {
    private int left;

    CancellingProgress(int steps) {
        this.left = steps;
    }

    @Override
    public Stage stage(String name, long total) {
        return new Stage() {
            @Override
            public void advance(long steps) {
                if (--left < 0) {
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
