package org.medulla.vision.weights;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;

/**
 * Weights that others trained, as far as they fit a network, and an account of every tensor of the file and every parameter of
 * the network: nothing is left out silently.
 *
 * @param file the name of the file
 * @param parameters what fits, by the network's own names
 * @param mismatches what has its name in the network but another shape: usually the classifier, made for other classes
 * @param missing parameters of the network for which the file has nothing; they start afresh, as do the mismatches
 * @param unused tensors of the file for which the network has no place
 * @param ignored tensors of the file that count batches or hold no floating-point numbers, which no network here needs
 */
public record InitialWeights(
        String file,
        Map<String, Tensor> parameters,
        List<Mismatch> mismatches,
        List<String> missing,
        List<String> unused,
        List<String> ignored) {
    public InitialWeights {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        mismatches = List.copyOf(mismatches);
        missing = List.copyOf(missing);
        unused = List.copyOf(unused);
        ignored = List.copyOf(ignored);
    }

    /** A tensor whose name fits and whose shape does not. */
    public record Mismatch(String parameter, String nameInFile, List<Integer> shapeInFile, List<Integer> wantedShape) {}

    /**
     * Reads a safetensors file and finds the place of each tensor by the names that torchvision, timm or Keras give them.
     *
     * @throws MedullaException when the file is damaged, holds something that is no number, or nothing in it fits
     */
    public static InitialWeights load(Path file, Network network) {
        return of(file.getFileName().toString(), Safetensors.read(file), network);
    }

    /** Finds the place of each tensor of a file that was read before, as {@link #load} does. */
    public static InitialWeights of(String file, Safetensors content, Network network) {
        Map<String, List<Integer>> shapes = network.parameterShapes();
        ForeignNames names = new ForeignNames(network);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        List<Mismatch> mismatches = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        TreeSet<String> ignored = new TreeSet<>(content.others().keySet());
        content.tensors().forEach((name, tensor) -> {
            String parameter = names.parameter(name);
            List<Integer> wanted = shapes.get(parameter);
            if (ForeignNames.countsBatches(name)) {
                ignored.add(name);
            } else if (wanted == null || parameters.containsKey(parameter)) {
                unused.add(name);
            } else if (!fits(tensor.shape(), wanted)) {
                mismatches.add(new Mismatch(parameter, name, tensor.shape(), wanted));
            } else {
                parameters.put(parameter, new Tensor(wanted, finite(file, name, tensor.values())));
            }
        });
        if (parameters.isEmpty()) {
            throw MedullaException.user("None of the " + content.tensors().size() + " tensors in " + file
                    + " fits the network " + network.architecture() + "; give weights of that architecture.");
        }
        List<String> missing = new ArrayList<>(shapes.keySet());
        missing.removeAll(parameters.keySet());
        mismatches.forEach(m -> missing.remove(m.parameter()));
        return new InitialWeights(file, parameters, mismatches, missing, unused, List.copyOf(ignored));
    }

    /** Whether a shape is the wanted one, perhaps with the two dimensions of a 1 x 1 kernel after it. */
    private static boolean fits(List<Integer> shape, List<Integer> wanted) {
        return shape.equals(wanted)
                || (wanted.size() == 2
                        && shape.size() == 4
                        && shape.subList(0, 2).equals(wanted)
                        && shape.subList(2, 4).equals(List.of(1, 1)));
    }

    private static FloatBuffer finite(String file, String name, FloatBuffer values) {
        for (int i = 0; i < values.limit(); i++) {
            if (!Float.isFinite(values.get(i))) {
                throw MedullaException.data("Tensor " + name + " in " + file
                        + " holds a value that is no finite number; fetch or write the file again.");
            }
        }
        return values;
    }

    /** The account in lines for a person: what fits, then by name whatever does not. */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        int all = parameters.size() + mismatches.size() + missing.size();
        lines.add(parameters.size() + " of " + all + " parameters start with the weights in " + file + ".");
        for (Mismatch mismatch : mismatches) {
            lines.add(mismatch.parameter() + " starts afresh: " + mismatch.nameInFile() + " has the shape "
                    + mismatch.shapeInFile() + ", not " + mismatch.wantedShape() + ".");
        }
        list(lines, "Missing in the file, so these start afresh: ", missing);
        list(lines, "In the file, but without a place in the network: ", unused);
        list(lines, "Ignored because they hold no weights: ", ignored);
        return List.copyOf(lines);
    }

    private static void list(List<String> lines, String title, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(title + String.join(", ", names) + ".");
        }
    }
}
