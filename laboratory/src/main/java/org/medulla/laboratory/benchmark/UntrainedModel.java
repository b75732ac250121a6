package org.medulla.laboratory.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.medulla.cytology.differential.ShiftTrial;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.Provenance;
import org.medulla.vision.model.Validation;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.preprocessing.Preprocessing;

/**
 * Models that never learned anything: as large and as slow as a trained one of their architecture, and good for nothing but
 * measuring. Their weights are drawn by chance, always the same.
 */
public final class UntrainedModel {
    private static final String NAME = "untrained";
    /** Of each class so many validation pictures, of which one is taken for the next class. */
    private static final long PICTURES = 20;

    private UntrainedModel() {}

    /** Writes one with the preprocessing that suits its architecture, but a single view. */
    public static ModelFile write(Path path, Architecture architecture, List<String> classes) {
        return write(path, architecture, Preprocessing.standard(architecture).withViews(1), classes);
    }

    /** Writes one. */
    public static ModelFile write(
            Path path, Architecture architecture, Preprocessing preprocessing, List<String> classes) {
        Network network = architecture.network(classes.size());
        Provenance.Source nothing = new Provenance.Source(NAME, "00".repeat(32));
        Provenance provenance = new Provenance(
                nothing,
                nothing,
                List.of(),
                List.of(),
                0,
                Collections.nCopies(classes.size(), 1.0 / classes.size()),
                Optional.empty(),
                0,
                new TreeMap<>(),
                NAME,
                Instant.EPOCH);
        Validation validation = new Validation(
                Math.toIntExact(PICTURES * classes.size()),
                new TreeMap<>(),
                Optional.of(new ShiftTrial(0.04, 0.02)),
                confusions(classes.size()));
        return ModelFile.write(
                path,
                new ModelDescription(classes, preprocessing, 1, provenance, validation, network, Optional.empty()),
                parameters(network));
    }

    private static List<List<Long>> confusions(int classes) {
        List<List<Long>> rows = new ArrayList<>();
        for (int truth = 0; truth < classes; truth++) {
            List<Long> row = new ArrayList<>(Collections.nCopies(classes, 0L));
            row.set(truth, PICTURES - 1);
            row.set((truth + 1) % classes, 1L);
            rows.add(row);
        }
        return rows;
    }

    /** Weights that keep the size of what passes through them (He K et al., ICCV 2015), and normalisations that change nothing. */
    static Map<String, Tensor> parameters(Network network) {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        network.parameterShapes().forEach((name, shape) -> {
            float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
            boolean one = name.endsWith(".weight") || name.endsWith(".running_var");
            double deviation = Math.sqrt(2.0 * shape.getFirst() / values.length);
            for (int i = 0; i < values.length; i++) {
                values[i] = shape.size() > 1 ? (float) (deviation * random.nextGaussian()) : one ? 1 : 0;
            }
            parameters.put(name, Tensor.of(shape, values));
        });
        return parameters;
    }
}
