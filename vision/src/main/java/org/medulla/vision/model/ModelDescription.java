package org.medulla.vision.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.vision.familiarity.Familiarity;
import org.medulla.vision.familiarity.Origins;
import org.medulla.vision.network.Layer;
import org.medulla.vision.network.Network;
import org.medulla.vision.preprocessing.Preprocessing;
import org.medulla.vision.training.TrainedNetwork;

/**
 * All about a model but its weights: what {@code model.json} holds, and the tensors of its familiarity.
 *
 * @param classes the class codes in the order of the logits
 * @param preprocessing how a picture becomes the network's input
 * @param temperature what logits, averaged over the views, are divided by before the softmax
 * @param provenance what the model was made from
 * @param validation how it did on the pictures that chose its weights
 * @param network the layers, so that a model outlives changes to the architecture of its name
 * @param familiarity what it knows about the cells that it knows; none in files of format version 1 and where too few cells were
 *     there to tell
 * @param heldOut how its recipe does on cells that were not learned from, where that was measured
 * @param grown the nomenclature of its classes, where that is not the standard one
 */
public record ModelDescription(
        List<String> classes,
        Preprocessing preprocessing,
        double temperature,
        Provenance provenance,
        Validation validation,
        Network network,
        Optional<Familiarity> familiarity,
        Optional<HeldOut> heldOut,
        Optional<ModelNomenclature> grown) {
    public ModelDescription {
        classes = List.copyOf(classes);
        if (classes.size() < 2 || new HashSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("A model has at least two different classes, not " + classes);
        }
        if (!(temperature > 0) || !Double.isFinite(temperature)) {
            throw new IllegalArgumentException("A temperature is above zero, not " + temperature);
        }
        if (!(network.output() instanceof Layer.Linear last) || last.outputSize() != classes.size()) {
            throw new IllegalArgumentException(
                    "The network does not end with one logit for each of the " + classes.size() + " classes");
        }
        if (!isSquare(validation.confusions(), classes.size())
                || provenance.trainingPriors().size() != classes.size()) {
            throw new IllegalArgumentException(
                    "The confusions or the training priors are not those of " + classes.size() + " classes");
        }
        int places = classes.size();
        if (!familiarity.map(known -> fits(known, last.inputSize(), places)).orElse(true)) {
            throw new IllegalArgumentException("The familiarity is that of other classes or another network");
        }
    }

    /** A description of classes of the standard nomenclature. */
    public ModelDescription(
            List<String> classes,
            Preprocessing preprocessing,
            double temperature,
            Provenance provenance,
            Validation validation,
            Network network,
            Optional<Familiarity> familiarity,
            Optional<HeldOut> heldOut) {
        this(
                classes,
                preprocessing,
                temperature,
                provenance,
                validation,
                network,
                familiarity,
                heldOut,
                Optional.empty());
    }

    /** A description without figures on cells that were not learned from. */
    public ModelDescription(
            List<String> classes,
            Preprocessing preprocessing,
            double temperature,
            Provenance provenance,
            Validation validation,
            Network network,
            Optional<Familiarity> familiarity) {
        this(classes, preprocessing, temperature, provenance, validation, network, familiarity, Optional.empty());
    }

    private static boolean fits(Familiarity known, int channels, int classes) {
        Origins origins = known.origins();
        return known.novelty().channels() == channels
                && known.acceptance().sets().limits().size() == classes
                && origins.sources().stream().allMatch(source -> source.shares().size() == classes)
                && (origins.sources().isEmpty()
                        || origins.ofCentres().size()
                                == known.novelty().centres().shape().getFirst());
    }

    private static boolean isSquare(List<List<Long>> rows, int size) {
        return rows.size() == size && rows.stream().allMatch(row -> row.size() == size);
    }

    /** The description of a network that has just learned. */
    public static ModelDescription of(TrainedNetwork trained, Provenance provenance) {
        return new ModelDescription(
                trained.plan().classes(),
                trained.plan().preprocessing(),
                trained.temperature(),
                provenance,
                Validation.of(trained),
                trained.network(),
                trained.familiarity());
    }

    /** The same with another familiarity. */
    ModelDescription withFamiliarity(Optional<Familiarity> newFamiliarity) {
        return new ModelDescription(
                classes, preprocessing, temperature, provenance, validation, network, newFamiliarity, heldOut, grown);
    }

    /** The same with another preparation of the pictures; what the calibration and the familiarity rest on stays. */
    public ModelDescription withPreprocessing(Preprocessing newPreprocessing) {
        return new ModelDescription(
                classes, newPreprocessing, temperature, provenance, validation, network, familiarity, heldOut, grown);
    }

    /** The same with figures on cells that were not learned from. */
    public ModelDescription withHeldOut(HeldOut figures) {
        return new ModelDescription(
                classes,
                preprocessing,
                temperature,
                provenance,
                validation,
                network,
                familiarity,
                Optional.of(figures),
                grown);
    }

    /** The same with classes of this nomenclature. */
    public ModelDescription with(Nomenclature nomenclature) {
        return new ModelDescription(
                classes,
                preprocessing,
                temperature,
                provenance,
                validation,
                network,
                familiarity,
                heldOut,
                ModelNomenclature.of(nomenclature));
    }

    /** The nomenclature of its classes. */
    public Nomenclature nomenclature() {
        return grown.map(ModelNomenclature::nomenclature).orElseGet(Nomenclature::standard);
    }
}
