package org.medulla.vision.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.medulla.cytology.job.CancelledException;
import org.medulla.vision.familiarity.Judge;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.preprocessing.Preprocessing;
import org.medulla.vision.training.Temperature;

/**
 * A model that names the cells in pictures. Logits are averaged over the views that the model's preprocessing asks for, divided by
 * its temperature and turned into probabilities; embeddings are averaged over the views. The answer for a picture does not
 * depend on the pictures beside it (up to rounding, below 1e-5). Safe for use by many threads, which take turns in the network.
 */
public final class Classifier implements AutoCloseable {
    private final ModelFile model;
    private final NetworkSession session;
    private final ExecutorService preparation;
    private final Judge judge;

    private Classifier(ModelFile model, NetworkSession session, ExecutorService preparation) {
        this.model = model;
        this.session = session;
        this.preparation = preparation;
        this.judge = new Judge(model.description().familiarity());
    }

    /** A classifier that computes with so many threads; closing it frees them and the network's memory. */
    public static Classifier open(ModelFile model, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("A classifier computes with at least one thread, not " + threads);
        }
        NetworkSession session = NetworkSession.open(model, threads);
        return new Classifier(
                model,
                session,
                Executors.newFixedThreadPool(
                        threads,
                        Thread.ofPlatform().daemon().name("prepare-", 0).factory()));
    }

    /** A classifier that computes with all processors. */
    public static Classifier open(ModelFile model) {
        return open(model, Runtime.getRuntime().availableProcessors());
    }

    /** The model that answers. */
    public ModelFile model() {
        return model;
    }

    /** The network itself, for inputs that are prepared already; closed with the classifier. */
    public NetworkSession network() {
        return session;
    }

    /** What the model says about one picture. */
    public Prediction classify(Picture picture) {
        return classify(List.of(picture)).getFirst();
    }

    /**
     * What the model says about each picture, in order. Pictures are prepared while the network runs; a few hundred at a time
     * are as fast as any number.
     *
     * @throws CancelledException when the thread is interrupted
     */
    public List<Prediction> classify(List<Picture> pictures) {
        ModelDescription description = model.description();
        int views = description.preprocessing().views();
        int picturesPerRun = Math.max(1, session.capacity() / views);
        List<Prediction> predictions = new ArrayList<>();
        Queue<Future<List<float[]>>> prepared = new ArrayDeque<>();
        int submitted = 0;
        for (int from = 0; from < pictures.size(); from += picturesPerRun) {
            int count = Math.min(picturesPerRun, pictures.size() - from);
            while (submitted < Math.min(pictures.size(), from + 3 * picturesPerRun)) {
                Picture picture = pictures.get(submitted++);
                prepared.add(preparation.submit(() -> prepare(description.preprocessing(), picture)));
            }
            List<float[]> inputs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                inputs.addAll(take(prepared));
            }
            ViewAverage average = new ViewAverage(views);
            session.run(inputs, average);
            for (ViewAverage.Mean mean : average.means()) {
                predictions.add(prediction(description, mean));
            }
        }
        return predictions;
    }

    private static List<float[]> prepare(Preprocessing preprocessing, Picture picture) {
        return preprocessing.applyAll(picture.image(), picture.micronsPerPixel());
    }

    private static List<float[]> take(Queue<Future<List<float[]>>> prepared) {
        try {
            return prepared.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            prepared.forEach(future -> future.cancel(false));
            throw new CancelledException("Classification");
        } catch (ExecutionException | CancellationException e) {
            prepared.forEach(future -> future.cancel(false));
            throw new IllegalStateException("A picture could not be prepared", e);
        }
    }

    private Prediction prediction(ModelDescription description, ViewAverage.Mean mean) {
        double[] exact = Temperature.probabilities(mean.logits(), description.temperature());
        float[] probabilities = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            probabilities[i] = (float) exact[i];
        }
        float[] embedding = mean.embedding();
        return new Prediction(description.classes(), probabilities, embedding, judge.judge(probabilities, embedding));
    }

    /** Frees the threads and the network's memory; nothing may be classified then or later. */
    @Override
    public void close() {
        preparation.shutdownNow();
        session.close();
    }
}
