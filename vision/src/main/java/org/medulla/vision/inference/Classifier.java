package org.medulla.vision.inference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.medulla.cytology.job.CancelledException;
import org.medulla.vision.familiarity.Judge;
import org.medulla.vision.familiarity.Likeness;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.preprocessing.Preprocessing;
import org.medulla.vision.training.FirstLook;
import org.medulla.vision.training.Temperature;

/**
 * A model that names the cells in pictures. Where the first view of a picture leaves doubt (see {@link
 * org.medulla.vision.training.FirstLook}) logits and embeddings are averaged over all views that the model's preprocessing asks
 * for; logits are divided by its temperature and turned into probabilities. The answer for a picture does not
 * depend on the pictures beside it (up to rounding, below 1e-5). Safe for use by many threads, which work side by side.
 */
public final class Classifier implements AutoCloseable {
    /** Beyond this many threads the memory that each of them needs weighs more than its speed. */
    private static final int MOST_THREADS = 32;

    private final ModelFile model;
    private final NetworkSession session;
    private final int together;
    private final BatchMemory memory;
    private final Judge judge;

    private Classifier(ModelFile model, NetworkSession session) {
        Preprocessing preprocessing = model.description().preprocessing();
        this.model = model;
        this.session = session;
        this.together = session.capacity();
        this.memory = new BatchMemory(preprocessing, Math.max(together, preprocessing.views() - 1));
        this.judge = new Judge(model.description().familiarity());
    }

    /** A classifier that computes with so many threads; closing it frees them and the network's memory. */
    public static Classifier open(ModelFile model, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("A classifier computes with at least one thread, not " + threads);
        }
        return new Classifier(model, NetworkSession.open(model, threads));
    }

    /** A classifier that computes with all processors, or with as many as are worth their memory. */
    public static Classifier open(ModelFile model) {
        return open(model, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /** The model that answers. */
    public ModelFile model() {
        return model;
    }

    /** The network itself, for inputs that are prepared already; closed with the classifier. */
    public NetworkSession network() {
        return session;
    }

    /** With how many threads it computes. */
    public int threads() {
        return session.workers().count();
    }

    /** How many pictures the network takes at a time. */
    public int together() {
        return together;
    }

    /** What the model says about one picture. */
    public Prediction classify(Picture picture) {
        return classify(List.of(picture)).getFirst();
    }

    /**
     * What the model says about each picture, in order. Up to {@link #together()} pictures are classified by the calling thread,
     * which suits callers that are many threads themselves; more are shared out among the threads of the classifier.
     *
     * @throws CancelledException when the thread is interrupted
     */
    public List<Prediction> classify(List<Picture> pictures) {
        return classify(pictures, Expectation.HOME);
    }

    /**
     * What the model says about each picture where it is known which classes to expect.
     *
     * @throws CancelledException when the thread is interrupted
     */
    public List<Prediction> classify(List<Picture> pictures, Expectation expectation) {
        List<Supplier<List<Prediction>>> runs = new ArrayList<>();
        for (int from = 0; from < pictures.size(); from += together) {
            List<Picture> some = pictures.subList(from, Math.min(pictures.size(), from + together));
            runs.add(() -> classifyTogether(some, expectation));
        }
        return session.workers().all(runs).stream().flatMap(List::stream).toList();
    }

    /** How strange the laboratory of some pictures is to the model, by their answers; see {@link Judge#strangeness}. */
    public OptionalDouble strangeness(List<Prediction> answers) {
        return judge.strangeness(answers.stream().map(Prediction::embedding).toList());
    }

    private List<Prediction> classifyTogether(List<Picture> pictures, Expectation expectation) {
        List<ViewAverage> averages =
                pictures.stream().map(_ -> new ViewAverage()).toList();
        List<Likeness> likenesses = new ArrayList<>();
        BatchMemory.Batch batch = memory.take();
        try {
            lookFirst(pictures, averages, batch);
            for (int i = 0; i < pictures.size(); i++) {
                ViewAverage mean = averages.get(i);
                Likeness first = judge.likeness(mean.embedding());
                boolean sure = FirstLook.isSure(expected(mean, first, expectation));
                if (!sure) {
                    lookAgain(pictures.get(i), mean, batch);
                }
                likenesses.add(sure ? first : judge.likeness(mean.embedding()));
            }
        } finally {
            memory.give(batch);
        }
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            predictions.add(prediction(averages.get(i), likenesses.get(i), expectation));
        }
        return predictions;
    }

    private void lookFirst(List<Picture> pictures, List<ViewAverage> averages, BatchMemory.Batch batch) {
        batch.inputs().clear();
        for (Picture picture : pictures) {
            batch.preparer().putViews(picture.image(), picture.micronsPerPixel(), 0, 1, batch.inputs());
        }
        Iterator<ViewAverage> next = averages.iterator();
        session.run(batch.inputs().flip(), (logits, embedding) -> next.next().accept(logits, embedding));
    }

    private void lookAgain(Picture picture, ViewAverage average, BatchMemory.Batch batch) {
        int views = model.description().preprocessing().views();
        batch.inputs().clear();
        batch.preparer().putViews(picture.image(), picture.micronsPerPixel(), 1, views, batch.inputs());
        session.run(batch.inputs().flip(), average);
    }

    private Prediction prediction(ViewAverage mean, Likeness likeness, Expectation expectation) {
        ModelDescription description = model.description();
        double[] exact = Temperature.probabilities(expected(mean, likeness, expectation), description.temperature());
        float[] probabilities = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            probabilities[i] = (float) exact[i];
        }
        if (expectation instanceof Expectation.Elsewhere elsewhere) {
            weigh(probabilities, elsewhere.weights());
        }
        return new Prediction(
                description.classes(), probabilities, mean.embedding(), judge.judge(probabilities, likeness));
    }

    /** The logits with what is expected where the picture comes from. */
    private float[] expected(ViewAverage mean, Likeness likeness, Expectation expectation) {
        float[] logits = mean.logits();
        if (expectation instanceof Expectation.Home) {
            float[] more = judge.expectation(likeness);
            for (int i = 0; i < more.length; i++) {
                logits[i] += more[i];
            }
        }
        return logits;
    }

    private static void weigh(float[] probabilities, List<Double> weights) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i] * weights.get(i);
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) (probabilities[i] * weights.get(i) / sum);
        }
    }

    /** Frees the threads and the network's memory once the runs in progress have ended; nothing may be classified later. */
    @Override
    public void close() {
        session.close();
    }
}
