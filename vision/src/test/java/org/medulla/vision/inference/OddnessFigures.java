package org.medulla.vision.inference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.medulla.vision.familiarity.Familiarity;
import org.medulla.vision.familiarity.Judge;
import org.medulla.vision.familiarity.NoveltyMeasures;
import org.medulla.vision.image.Decoded;
import org.medulla.vision.image.ImageDecoder;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.training.Temperature;

/**
 * The table of docs/benchmarks.md that compares what can tell right from wrong answers and known from unknown cells. Arguments: a
 * model and a list of pictures, each line {@code path,class,part,microns per pixel}, the last one empty where unknown. Part is
 * {@code learned} or {@code validation} as the model was trained, {@code home} for other cells of the same laboratory, {@code abroad}
 * for those of another one, or any other word for pictures of which none is a known cell. A third of the cells of {@code home}
 * is shown again blurred, and again as the upper left corner of its frame, where there are red cells and ground.
 */
public final class OddnessFigures {
    private static final double BLUR = 3;
    private static final int NOISE = 50;

    private final ModelFile model;
    private final NetworkSession session;
    private final List<Looked> cells = new ArrayList<>();

    private OddnessFigures(ModelFile model, NetworkSession session) {
        this.model = model;
        this.session = session;
    }

    /** A picture as the network saw it. */
    private record Looked(
            String part,
            int label,
            List<Float> logits,
            List<Float> probabilities,
            List<Float> embedding,
            double disagreement) {
        int best() {
            return Judge.best(array(probabilities));
        }

        boolean wrong() {
            return best() != label;
        }
    }

    public static void main(String[] arguments) throws IOException {
        ModelFile model = ModelFile.read(Path.of(arguments[0]));
        try (NetworkSession session =
                NetworkSession.open(model, Runtime.getRuntime().availableProcessors())) {
            OddnessFigures figures = new OddnessFigures(model, session);
            figures.lookAt(Files.readAllLines(Path.of(arguments[1])));
            figures.print();
        }
    }

    private void lookAt(List<String> lines) throws IOException {
        int[] taken = new int[model.description().classes().size()];
        int home = 0;
        for (String line : lines) {
            String[] parts = line.split(",", -1);
            int label = model.description().classes().indexOf(parts[1]);
            if (parts[2].equals("learned") && taken[label]++ >= Familiarity.SAMPLE_OF_EACH_CLASS) {
                continue;
            }
            if (!(ImageDecoder.decode(Files.readAllBytes(Path.of(parts[0]))) instanceof Decoded.Image image)) {
                throw new IOException("No image: " + parts[0]);
            }
            OptionalDouble scale =
                    parts[3].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(parts[3]));
            cells.add(look(parts[2], label, image.pixels(), scale));
            if (parts[2].equals("home") && home++ % 3 == 0) {
                cells.add(look("blurred", label, blurred(image.pixels()), scale));
                cells.add(look("corner", -1, corner(image.pixels()), scale));
            }
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < NOISE; i++) {
            byte[] bytes = new byte[3 * 250 * 250];
            random.nextBytes(bytes);
            cells.add(look("noise", -1, RgbImage.of(250, 250, bytes), OptionalDouble.empty()));
        }
    }

    private Looked look(String part, int label, RgbImage image, OptionalDouble scale) {
        double temperature = model.description().temperature();
        List<float[]> inputs = model.description().preprocessing().applyAll(image, scale);
        FloatBuffer batch = ByteBuffer.allocateDirect(inputs.size() * inputs.getFirst().length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        inputs.forEach(batch::put);
        ViewAverage mean = new ViewAverage();
        List<double[]> views = new ArrayList<>();
        session.run(batch.flip(), (logits, embedding) -> {
            mean.accept(logits, embedding);
            views.add(Temperature.probabilities(logits, temperature));
        });
        double[] together = Temperature.probabilities(mean.logits(), temperature);
        double disagreement = 0;
        for (double[] view : views) {
            for (int i = 0; i < view.length; i++) {
                disagreement += view[i] * Math.log((view[i] + 1e-9) / (together[i] + 1e-9)) / views.size();
            }
        }
        List<Float> probabilities =
                Arrays.stream(together).mapToObj(p -> (float) p).toList();
        return new Looked(part, label, list(mean.logits()), probabilities, list(mean.embedding()), disagreement);
    }

    private void print() {
        Familiarity.Seen learned = seen("learned");
        Familiarity familiarity = Familiarity.of(
                        learned,
                        seen("validation"),
                        model.description().classes().size(),
                        List.of())
                .orElseThrow();
        NoveltyMeasures novelty = new NoveltyMeasures(learned.embeddings(), learned.labels());
        Judge judge = new Judge(Optional.of(familiarity));
        Map<String, ToDoubleFunction<Looked>> candidates = new LinkedHashMap<>();
        candidates.put(
                "1 - highest probability",
                one -> 1 - (double) one.probabilities().get(one.best()));
        candidates.put("entropy", OddnessFigures::entropy);
        candidates.put("energy", one -> -logSum(one.logits()));
        candidates.put("highest logit", one -> -one.logits().get(one.best()));
        candidates.put("disagreement of the views", Looked::disagreement);
        candidates.put("Mahalanobis distance", one -> novelty.distance(array(one.embedding())));
        candidates.put("relative Mahalanobis distance", one -> novelty.relativeDistance(array(one.embedding())));
        candidates.put("fifth nearest neighbour", one -> novelty.neighbourDistance(array(one.embedding())));
        candidates.put(
                "oddness",
                one -> judge.judge(array(one.probabilities()), array(one.embedding()))
                        .oddness());
        List<String> unknown = cells.stream()
                .map(Looked::part)
                .filter(part -> !List.of("learned", "validation", "home").contains(part))
                .distinct()
                .toList();
        System.out.println("| score | wrong at home | wrong abroad | " + String.join(" | ", unknown) + " |");
        candidates.forEach((name, score) -> {
            StringBuilder row = new StringBuilder("| " + name);
            row.append(cell(area(score, one -> one.part().equals("home"), Looked::wrong)));
            row.append(cell(area(score, one -> one.part().equals("abroad"), Looked::wrong)));
            for (String part : unknown) {
                row.append(cell(area(
                        score,
                        one -> one.part().equals("home") || one.part().equals(part),
                        one -> one.part().equals(part))));
            }
            System.out.println(row + " |");
        });
        for (String part : List.of("home", "abroad", "blurred", "corner", "noise")) {
            accepted(judge, part);
        }
    }

    private void accepted(Judge judge, String part) {
        double all = 0;
        double accepted = 0;
        double wrong = 0;
        double covered = 0;
        double size = 0;
        for (Looked one : cells) {
            if (one.part().equals(part)) {
                var judgement = judge.judge(array(one.probabilities()), array(one.embedding()));
                all++;
                accepted += judgement.accepted() ? 1 : 0;
                wrong += judgement.accepted() && one.wrong() ? 1 : 0;
                covered += judgement.set().contains(one.label()) ? 1 : 0;
                size += judgement.set().size();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f cells, %.3f accepted, %.3f of those wrong, sets cover %.3f with %.2f classes%n",
                part,
                all,
                accepted / all,
                wrong / accepted,
                covered / all,
                size / all);
    }

    private Familiarity.Seen seen(String part) {
        List<Looked> some =
                cells.stream().filter(one -> one.part().equals(part)).toList();
        return new Familiarity.Seen(
                some.stream().map(one -> array(one.embedding())).toList(),
                some.stream().map(one -> array(one.probabilities())).toList(),
                some.stream().map(Looked::label).toList());
    }

    private double area(ToDoubleFunction<Looked> score, Predicate<Looked> among, Predicate<Looked> positive) {
        double[] high =
                cells.stream().filter(among.and(positive)).mapToDouble(score).toArray();
        double[] low = cells.stream()
                .filter(among.and(positive.negate()))
                .mapToDouble(score)
                .toArray();
        double wins = 0;
        for (double a : high) {
            for (double b : low) {
                wins += (1 + Math.signum(a - b)) / 2;
            }
        }
        return wins / ((double) high.length * low.length);
    }

    private static String cell(double area) {
        return String.format(Locale.ROOT, " | %.3f", area);
    }

    private static double entropy(Looked one) {
        return -one.probabilities().stream()
                .mapToDouble(p -> p > 0 ? p * Math.log(p) : 0)
                .sum();
    }

    private static double logSum(List<Float> logits) {
        return Math.log(logits.stream().mapToDouble(Math::exp).sum());
    }

    private static RgbImage corner(RgbImage image) {
        int side = Math.min(image.width(), image.height());
        return image.crop(0, 0, side / 4, side / 4).resize(side, side);
    }

    private static RgbImage blurred(RgbImage image) {
        int radius = (int) Math.ceil(3 * BLUR);
        float[] values = new float[3 * image.width() * image.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.value(i);
        }
        for (boolean across : new boolean[] {true, false}) {
            values = blurred(values, image.width(), image.height(), radius, across);
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(values[i]);
        }
        return RgbImage.of(image.width(), image.height(), bytes);
    }

    private static float[] blurred(float[] values, int width, int height, int radius, boolean across) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            double sum = 0;
            double weights = 0;
            for (int step = -radius; step <= radius; step++) {
                int column = across ? Math.clamp(x + (long) step, 0, width - 1) : x;
                int row = across ? y : Math.clamp(y + (long) step, 0, height - 1);
                double weight = Math.exp(-step * step / (2 * BLUR * BLUR));
                sum += weight * values[3 * (row * width + column) + i % 3];
                weights += weight;
            }
            result[i] = (float) (sum / weights);
        }
        return result;
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
