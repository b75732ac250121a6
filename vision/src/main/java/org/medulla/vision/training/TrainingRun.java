package org.medulla.vision.training;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.differential.ShiftTrial;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.Progress;
import org.medulla.vision.augmentation.Augmenter;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/** One run, from its first or its resumed step to the trained network. */
final class TrainingRun implements AutoCloseable {
    private static final int MOST_EVALUATIONS = 40;
    private static final double MEMORY_SHARE = 0.4;

    private final TrainingPlan plan;
    private final TrainingData data;
    private final ValidationPart split;
    private final ValidationSet validation;
    private final SampleOrder order;
    private final SourcePriors priors;
    private final CheckpointFile file;
    private final Duration betweenCheckpoints;
    private final ParameterLayout layout;
    private final Network network;
    private final Learner learner;
    private final long steps;
    private final int evaluationInterval;
    private final TrainingCost costBefore;
    private final TrainingCost begun = TrainingCost.now();
    private final Stopwatch stopwatch = new Stopwatch();
    private final ShutdownGuard guard = new ShutdownGuard();
    private long step;
    private Best best;
    private TrainingLog log;

    private TrainingRun(
            TrainingPlan plan, TrainingData data, CheckpointFile file, Duration betweenCheckpoints, Start start) {
        this.plan = plan;
        this.data = data;
        this.file = file;
        this.betweenCheckpoints = betweenCheckpoints;
        this.split = start.split();
        this.network = start.network();
        this.layout = start.layout();
        this.learner = start.learner();
        this.steps = start.steps();
        this.step = start.step();
        this.best = start.best();
        this.log = start.log();
        this.costBefore = start.cost();
        this.priors = new SourcePriors(data, split.learned(), plan.classes().size());
        this.validation = new ValidationSet(
                data,
                plan.preprocessing(),
                split.validation(),
                priors,
                plan.classes().size());
        this.order = new SampleOrder(
                split.learned(), Start.labels(data), plan.classes().size(), plan.seed());
        long epochSteps = Math.ceilDiv(split.learned().size(), plan.recipe().batchSize());
        this.evaluationInterval = Math.toIntExact(Math.max(epochSteps, Math.ceilDiv(steps, MOST_EVALUATIONS)));
    }

    static TrainingRun begin(
            TrainingPlan plan,
            TrainingData data,
            Map<String, Tensor> initial,
            CheckpointFile file,
            Duration betweenCheckpoints) {
        return new TrainingRun(plan, data, file, betweenCheckpoints, Start.fresh(plan, data, initial));
    }

    static TrainingRun resume(TrainingPlan plan, TrainingData data, CheckpointFile file, Duration betweenCheckpoints) {
        return new TrainingRun(plan, data, file, betweenCheckpoints, Start.from(plan, data, file));
    }

    /** Takes all steps that are left and returns the best weights. */
    TrainedNetwork finish(Progress progress) {
        Augmenter augmenter = new Augmenter(plan.augmentation(), plan.preprocessing());
        long memory = (long) (MEMORY_SHARE * Runtime.getRuntime().maxMemory());
        try (Progress.Stage stage =
                        progress.stage("Training", steps * plan.recipe().batchSize());
                BatchFeeder feeder = new BatchFeeder(
                        plan, data, augmenter, new PictureStore(data, augmenter, memory), order, priors, step)) {
            stage.advance(step * plan.recipe().batchSize());
            learn(feeder, stage);
        }
        return result(progress);
    }

    private void learn(BatchFeeder feeder, Progress.Stage stage) {
        Schedule schedule = new Schedule(
                plan.recipe().optimiser().rate(), (long) (steps * plan.recipe().warmUpShare()), steps);
        stopwatch.restart();
        long lastCheckpoint = System.nanoTime();
        while (step < steps && !patienceIsOver()) {
            Batch batch = feeder.take();
            stopwatch.add(learner.step(batch, schedule.rate(step), step), batch.count());
            feeder.release(batch);
            step++;
            // Before an evaluation, which begins a new window of measurement about which nothing is known yet.
            stage.note(words());
            if (step % evaluationInterval == 0 || step == steps) {
                evaluate(schedule.rate(step - 1), feeder);
            }
            if (step == steps
                    || patienceIsOver()
                    || System.nanoTime() - lastCheckpoint >= betweenCheckpoints.toNanos()) {
                write();
                lastCheckpoint = System.nanoTime();
            }
            try {
                stage.advance(batch.count());
            } catch (CancelledException e) {
                write();
                throw e;
            }
            if (guard.mustStop()) {
                write();
                throw new CancelledException("Training");
            }
        }
    }

    private boolean patienceIsOver() {
        return !log.rows().isEmpty()
                && step - best.step() >= (long) plan.selection().patience() * evaluationInterval;
    }

    private void evaluate(double rate, BatchFeeder feeder) {
        ValidationResult result = validation.evaluate(learner);
        double epoch =
                (double) step * plan.recipe().batchSize() / split.learned().size();
        log = log.with(stopwatch.row(step, epoch, rate, result, feeder.takeWaitedNanos()));
        if (result.loss() < best.result().loss()) {
            best = new Best(step, result, learner.averageLearned(), learner.averageRunning());
        }
        stopwatch.restart();
    }

    private String words() {
        double secondsLeft = (steps - step) * plan.recipe().batchSize() / stopwatch.imagesPerSecond();
        String validated = log.rows().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", validation %.3f",
                        log.rows().getLast().validation().balancedAccuracy());
        return String.format(
                Locale.ROOT,
                "loss %.3f%s, %.0f images/s, %d:%02d left",
                stopwatch.loss(),
                validated,
                stopwatch.imagesPerSecond(),
                (long) secondsLeft / 60,
                (long) secondsLeft % 60);
    }

    private void write() {
        Map<String, float[]> vectors = learner.vectors();
        vectors.put("best_learned", best.learned());
        vectors.put("best_running", best.running());
        file.write(new Checkpoint(
                Start.fingerprint(plan, data),
                step,
                steps,
                learner.parts(),
                best.step(),
                best.result(),
                cost(),
                log,
                vectors));
    }

    private TrainingCost cost() {
        return costBefore.plusSince(begun);
    }

    private TrainedNetwork result(Progress progress) {
        float[] learned = layout.roundedToHalf(best.learned());
        learner.restoreAverages(learned, best.running());
        KnownCells known = KnownCells.look(learner, plan, data, split, priors, progress);
        List<float[]> logits = known.validationLogits();
        List<Integer> labels = validation.labels();
        double temperature = Temperature.fit(logits, labels);
        return new TrainedNetwork(
                plan,
                network,
                layout.tensors(learned, best.running()),
                temperature,
                Confusions.count(logits, labels, plan.classes().size()),
                order.classShares(),
                shiftTrial(logits, labels, temperature),
                known.familiarity(temperature),
                best.result(),
                best.step(),
                split.learned().size(),
                split.validation().size(),
                log,
                cost());
    }

    private Optional<ShiftTrial> shiftTrial(List<float[]> logits, List<Integer> labels, double temperature) {
        double[] priors =
                order.classShares().stream().mapToDouble(Double::doubleValue).toArray();
        if (Arrays.stream(priors).anyMatch(prior -> prior == 0)) {
            return Optional.empty();
        }
        float[][] probabilities = new float[logits.size()][priors.length];
        for (int i = 0; i < probabilities.length; i++) {
            double[] row = Temperature.probabilities(logits.get(i), temperature);
            for (int label = 0; label < row.length; label++) {
                probabilities[i][label] = (float) row[label];
            }
        }
        int[] truth = labels.stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(
                ShiftTrial.of(probabilities, truth, priors, Randomness.seed(plan.seed(), Randomness.Purpose.TRIAL, 0)));
    }

    @Override
    public void close() {
        learner.close();
        guard.close();
    }
}
