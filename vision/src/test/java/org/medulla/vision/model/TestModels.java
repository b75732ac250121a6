package org.medulla.vision.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.medulla.cytology.differential.ShiftTrial;
import org.medulla.vision.familiarity.Familiarity;
import org.medulla.vision.familiarity.KnownSource;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.network.TestNetworks;
import org.medulla.vision.preprocessing.Preprocessing;

/** Models that were never trained. */
public final class TestModels {
    public static final List<String> CLASSES = List.of("BLA", "EBO", "LYT", "NGS", "PLM");

    private TestModels() {}

    /** The description of a network for pictures of 32 pixels. */
    public static ModelDescription description(Network network) {
        return description(
                CLASSES,
                new Preprocessing(
                        32, 0.8, OptionalDouble.empty(), List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25), 8),
                1.25,
                network);
    }

    /** The description of a network for any classes. */
    public static ModelDescription description(
            List<String> classes, Preprocessing preprocessing, double temperature, Network network) {
        Provenance provenance = new Provenance(
                new Provenance.Source("marrow", "0a".repeat(32)),
                new Provenance.Source("marrow by cell", "0b".repeat(32)),
                List.of(1, 2, 3, 4),
                List.of(0),
                4321,
                Collections.nCopies(classes.size(), 1.0 / classes.size()),
                Optional.of(new Provenance.Source("mobilenet.safetensors", "0c".repeat(32))),
                2026,
                new TreeMap<>(
                        Map.of("architecture", "SMALL", "recipe.batchSize", "64", "recipe.optimiser.kind", "AdamW")),
                "0.1.0",
                Instant.parse("2026-02-03T04:05:06.789Z"));
        return new ModelDescription(
                classes,
                preprocessing,
                temperature,
                provenance,
                new Validation(
                        75 * classes.size(),
                        new TreeMap<>(Map.of("balanced accuracy", 0.71234, "loss", 0.9)),
                        Optional.of(new ShiftTrial(0.04, 0.02)),
                        confusions(classes.size())),
                network,
                Optional.empty());
    }

    /** The same with a familiarity found on made-up cells, of which class and embedding are much the same thing. */
    public static ModelDescription familiar(Network network) {
        SplittableRandom random = new SplittableRandom(8);
        List<float[]> embeddings = new ArrayList<>();
        List<float[]> probabilities = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int cell = 0; cell < 30 * CLASSES.size(); cell++) {
            int label = cell % CLASSES.size();
            float[] embedding = new float[12];
            for (int channel = 0; channel < embedding.length; channel++) {
                embedding[channel] = (float) (random.nextGaussian() + (channel == label ? 5 : 0));
            }
            float[] row = new float[CLASSES.size()];
            float doubt = (float) random.nextDouble(0.001, 0.19);
            Arrays.fill(row, doubt);
            row[label] = 1 - (CLASSES.size() - 1) * doubt;
            embeddings.add(embedding);
            probabilities.add(row);
            labels.add(label);
        }
        List<Integer> sources = labels.stream().map(label -> label % 2).toList();
        Familiarity.Seen seen = new Familiarity.Seen(embeddings, probabilities, labels, sources);
        return description(network).withFamiliarity(Familiarity.of(seen, seen, CLASSES.size(), sources()));
    }

    /** Classes come from two sources in turns. */
    private static List<KnownSource> sources() {
        List<KnownSource> sources = new ArrayList<>();
        for (int source = 0; source < 2; source++) {
            List<Double> shares = new ArrayList<>();
            for (int label = 0; label < CLASSES.size(); label++) {
                shares.add(label % 2 == source ? 1.0 : 0.0);
            }
            sources.add(new KnownSource("source " + source, shares));
        }
        return sources;
    }

    /** Of each class 70 pictures are found and 5 are taken for the next one. */
    private static List<List<Long>> confusions(int classes) {
        List<List<Long>> rows = new ArrayList<>();
        for (int truth = 0; truth < classes; truth++) {
            List<Long> row = new ArrayList<>(Collections.nCopies(classes, 0L));
            row.set(truth, 70L);
            row.set((truth + 1) % classes, 5L);
            rows.add(row);
        }
        return rows;
    }

    /** Writes a model of the network with every kind of layer and random parameters. */
    public static ModelFile write(Path folder) {
        Network network = TestNetworks.everyLayer(CLASSES.size());
        return write(folder, network, TestNetworks.parameters(network, 3));
    }

    /** Writes a model of a network. */
    public static ModelFile write(Path folder, Network network, Map<String, Tensor> parameters) {
        return ModelFile.write(folder.resolve("model.medulla"), description(network), parameters);
    }
}
