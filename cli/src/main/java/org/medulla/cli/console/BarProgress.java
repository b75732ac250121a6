package org.medulla.cli.console;

import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.Progress;

/** Progress for a person at a terminal: a bar with the time left. */
final class BarProgress implements Progress {
    private static final int MILLISECONDS_BETWEEN_FRAMES = 250;

    private final Interruption interruption;

    BarProgress(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Stage stage(String name, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total > 0 ? total : -1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_FRAMES)
                .setSpeedUnit(ChronoUnit.SECONDS)
                .showSpeed()
                .continuousUpdate()
                .build();
        return new BarStage(name, bar);
    }

    private final class BarStage implements Stage {
        private final String name;
        private final ProgressBar bar;

        BarStage(String name, ProgressBar bar) {
            this.name = name;
            this.bar = bar;
        }

        @Override
        public void advance(long steps) {
            bar.stepBy(steps);
            if (interruption.isAsked()) {
                throw new CancelledException(name);
            }
        }

        @Override
        public void note(String words) {
            bar.setExtraMessage(" " + words);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
