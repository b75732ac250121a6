package org.medulla.laboratory.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.medulla.archive.Archive;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.training.FileDigest;
import org.medulla.laboratory.training.FrozenPictures;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.PlanWords;
import org.medulla.vision.model.Provenance;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.training.Length;
import org.medulla.vision.training.TrainedNetwork;
import org.medulla.vision.training.Trainer;
import org.medulla.vision.training.TrainingData;
import org.medulla.vision.training.TrainingPlan;
import org.medulla.vision.weights.InitialWeights;

/** Trains the network of a variant, or goes on with it; one that has learned is never trained again. */
final class VariantTraining {
    private final Archive archive;
    private final GeneraliseRequest request;
    private final Direction direction;
    private final VariantFolder folder;
    private final String programVersion;
    private final InstantSource clock;
    private final Consumer<String> teller;

    VariantTraining(
            Archive archive,
            GeneraliseRequest request,
            Direction direction,
            VariantFolder folder,
            String programVersion,
            InstantSource clock,
            Consumer<String> teller) {
        this.archive = archive;
        this.request = request;
        this.direction = direction;
        this.folder = folder;
        this.programVersion = programVersion;
        this.clock = clock;
        this.teller = teller;
    }

    /** The network of the variant. */
    ModelFile finish(Variant.Trained variant, Progress progress) {
        Path file = folder.model(variant);
        if (!Files.exists(file)) {
            learn(variant, file, progress);
        }
        folder.forgetCheckpoint(variant);
        return ModelFile.read(file);
    }

    private void learn(Variant.Trained variant, Path file, Progress progress) {
        TrainingPlan plan = plan(variant);
        Trainer trainer = new Trainer(plan, pictures(variant), folder.of(variant));
        TrainedNetwork trained = trainer.canResume()
                ? trainer.resume(progress)
                : trainer.train(variant == Variant.Trained.STANDARD ? toldInitial() : initial(_ -> {}), progress);
        if (variant == Variant.Trained.STANDARD) {
            // A step takes a whole batch, so that half a batch less gives the same number of steps when it is rounded
            // up again.
            folder.keepEpochs((trainer.steps() - 0.5) * plan.recipe().batchSize() / trained.learnedPictures());
        }
        ExperimentFolder.write(file.resolveSibling("log.csv"), trained.log().toCsv());
        ModelFile.write(
                file,
                ModelDescription.of(trained, provenance(variant, trained)).with(direction.nomenclature()),
                trained.parameters());
    }

    /** The plan of a variant: as long as the standard's in steps, however busy the machine is. */
    private TrainingPlan plan(Variant.Trained variant) {
        TrainingPlan plan = TrainingPlan.standard(request.architecture(), direction.classes())
                .withSeed(request.seed());
        if (request.size().isPresent()) {
            plan = plan.withPreprocessing(
                    plan.preprocessing().withSize(request.size().get()));
        }
        if (request.length().isPresent()) {
            plan = plan.withLength(request.length().get());
        }
        if (variant != Variant.Trained.STANDARD) {
            plan = plan.withLength(new Length.Epochs(folder.epochs()
                    .orElseThrow(() -> new IllegalStateException("The standard has not been trained yet"))));
        }
        return variant.change(plan);
    }

    private TrainingData pictures(Variant.Trained variant) {
        LaboratorySample sample = new LaboratorySample(archive, direction.learned());
        return new ChangedPictures(
                new FrozenPictures(archive, direction.learned(), direction.classes()),
                variant.appearance().change(sample.forAppearance(variant.appearance())),
                OptionalDouble.empty());
    }

    private Map<String, Tensor> toldInitial() {
        return initial(teller);
    }

    private Map<String, Tensor> initial(Consumer<String> listener) {
        return request.initial()
                .map(file -> {
                    InitialWeights weights = InitialWeights.load(
                            file,
                            request.architecture().network(direction.classes().size()));
                    weights.report().forEach(listener);
                    return weights.parameters();
                })
                .orElse(Map.of());
    }

    private Provenance provenance(Variant.Trained variant, TrainedNetwork trained) {
        FoldedDataset dataset = direction.trained();
        SortedMap<String, String> words = new TreeMap<>(PlanWords.of(trained.plan()));
        words.put("variant", variant.code());
        return new Provenance(
                new Provenance.Source(
                        dataset.version().name(), dataset.version().digest().hex()),
                new Provenance.Source(dataset.planInWords(), dataset.split().digest()),
                dataset.foldsWithout(OptionalInt.of(Direction.HOME_FOLD)),
                List.of(Direction.HOME_FOLD),
                trained.learnedPictures(),
                trained.trainingPriors(),
                request.initial().map(FileDigest::of),
                request.seed(),
                words,
                programVersion,
                clock.instant());
    }
}
