package org.medulla.vision.training;

/** The means over the steps since it was last started. */
final class Stopwatch {
    private long since = System.nanoTime();
    private long pictures;
    private double lossSum;
    private double accuracySum;

    void restart() {
        since = System.nanoTime();
        pictures = 0;
        lossSum = 0;
        accuracySum = 0;
    }

    void add(Learner.StepResult result, int count) {
        pictures += count;
        lossSum += count * result.loss();
        accuracySum += count * result.accuracy();
    }

    double loss() {
        return lossSum / pictures;
    }

    double imagesPerSecond() {
        return pictures * 1e9 / (System.nanoTime() - since);
    }

    TrainingLog.Row row(long step, double epoch, double rate, ValidationResult validation, long waitedNanos) {
        double waitingShare = (double) waitedNanos / (System.nanoTime() - since);
        return new TrainingLog.Row(
                step, epoch, rate, loss(), accuracySum / pictures, validation, imagesPerSecond(), waitingShare);
    }
}
