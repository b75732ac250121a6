package org.medulla.laboratory.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.dataset.FoldedDataset;
import org.medulla.laboratory.training.FrozenPictures;
import org.medulla.vision.image.RgbImage;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.inference.Expectation;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.model.Provenance;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.training.Length;
import org.medulla.vision.training.TrainedNetwork;
import org.medulla.vision.training.Trainer;
import org.medulla.vision.training.TrainingData;
import org.medulla.vision.training.TrainingPlan;
import org.medulla.vision.weights.InitialWeights;

/**
 * Whether a network that knows a class from one of two laboratories finds it in the other: some classes that both have are hidden
 * from it in one of them, and asked for there. With and without the sources told to it.
 *
 * <p>Arguments: the home, a split dataset of two sources, which classes are hidden in the first source and in the second (by
 * name: {@code EOS,LYT,PMO MON,NGS}), epochs, initial weights of a mobilenet.
 */
public final class SourceFigures {
    private static final int SIZE = 96;
    private static final int FEWEST = 30;

    private final Archive archive;
    private final FoldedDataset dataset;
    private final Map<String, Set<String>> hidden;

    private SourceFigures(Archive archive, FoldedDataset dataset, Map<String, Set<String>> hidden) {
        this.archive = archive;
        this.dataset = dataset;
        this.hidden = hidden;
    }

    /** Prints the mean recalls. */
    public static void main(String[] args) throws IOException {
        try (Archive archive = Archive.open(Path.of(args[0]))) {
            FoldedDataset dataset = FoldedDataset.read(archive, args[1]);
            List<String> sources = dataset.cells().stream()
                    .map(FrozenCell::source)
                    .distinct()
                    .sorted()
                    .toList();
            SourceFigures figures = new SourceFigures(
                    archive,
                    dataset,
                    Map.of(
                            sources.getFirst(), Set.of(args[2].split(",")),
                            sources.getLast(), Set.of(args[3].split(","))));
            for (boolean told : new boolean[] {false, true}) {
                ModelFile model = figures.train(told, Double.parseDouble(args[4]), Path.of(args[5]));
                Expectation elsewhere = new Expectation.Elsewhere(
                        model.description().classes().stream().map(_ -> 1.0).toList());
                figures.print(told + ", elsewhere", model, elsewhere);
                figures.print(told + ", at home", model, Expectation.HOME);
            }
        }
    }

    private boolean isHidden(FrozenCell cell) {
        return hidden.getOrDefault(cell.source(), Set.of()).contains(cell.classCode());
    }

    private ModelFile train(boolean told, double epochs, Path initial) throws IOException {
        List<FrozenCell> learned = dataset.without(OptionalInt.of(0)).stream()
                .filter(cell -> !isHidden(cell))
                .toList();
        Set<String> present = new HashSet<>();
        learned.forEach(cell -> present.add(cell.classCode()));
        List<String> classes = Nomenclature.standard().codes().stream()
                .filter(present::contains)
                .toList();
        TrainingPlan standard = TrainingPlan.standard(Architecture.MOBILENET, classes);
        TrainingPlan plan = standard.withLength(new Length.Epochs(epochs))
                .withPreprocessing(standard.preprocessing().withSize(SIZE));
        FrozenPictures pictures = new FrozenPictures(archive, learned, classes);
        Path folder = Files.createTempDirectory("sources");
        TrainedNetwork trained = new Trainer(plan, told ? pictures : new Untold(pictures), folder)
                .train(
                        InitialWeights.load(initial, Architecture.MOBILENET.network(classes.size()))
                                .parameters(),
                        Progress.silent());
        Provenance provenance = new Provenance(
                new Provenance.Source("part of a dataset", ""),
                new Provenance.Source("fold 0 left out", ""),
                List.of(),
                List.of(0),
                trained.learnedPictures(),
                trained.trainingPriors(),
                Optional.empty(),
                1,
                new TreeMap<>(),
                "",
                Instant.EPOCH);
        return ModelFile.write(
                folder.resolve("model" + ModelFile.EXTENSION),
                ModelDescription.of(trained, provenance),
                trained.parameters());
    }

    private void print(String what, ModelFile model, Expectation expectation) {
        Map<String, int[]> found = new TreeMap<>();
        try (Classifier classifier = Classifier.open(model)) {
            new Asking(archive, classifier, expectation)
                    .about(dataset.fold(0), "Naming fold 0", Progress.silent(), (cells, answers) -> {
                        for (int i = 0; i < cells.size(); i++) {
                            FrozenCell cell = cells.get(i);
                            String kind = (isHidden(cell) ? "hidden in " : "known from ") + cell.source() + ": ";
                            int[] counts = found.computeIfAbsent(kind + cell.classCode(), _ -> new int[2]);
                            counts[0] += answers.get(i).bestClass().equals(cell.classCode()) ? 1 : 0;
                            counts[1]++;
                        }
                    });
        }
        Map<String, List<Double>> recalls = new TreeMap<>();
        found.forEach((kind, counts) -> {
            if (counts[1] >= FEWEST) {
                recalls.computeIfAbsent(kind.substring(0, kind.indexOf(':')), _ -> new ArrayList<>())
                        .add((double) counts[0] / counts[1]);
            }
        });
        recalls.forEach((kind, each) -> System.out.printf(
                Locale.ROOT,
                "sources told: %s; %s: mean recall %.3f of %d classes%n",
                what,
                kind,
                each.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                each.size()));
    }

    /** The same pictures without their sources. */
    private record Untold(TrainingData pictures) implements TrainingData {
        @Override
        public int size() {
            return pictures.size();
        }

        @Override
        public int label(int index) {
            return pictures.label(index);
        }

        @Override
        public RgbImage image(int index) {
            return pictures.image(index);
        }

        @Override
        public OptionalDouble micronsPerPixel(int index) {
            return pictures.micronsPerPixel(index);
        }
    }
}
