package org.medulla.laboratory.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.differential.PriorShift;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.experiment.Direction.Place;
import org.medulla.laboratory.experiment.JudgedCells.Judged;
import org.medulla.laboratory.training.FrozenPictures;
import org.medulla.vision.inference.Classifier;
import org.medulla.vision.inference.Prediction;
import org.medulla.vision.model.ModelDescription;
import org.medulla.vision.model.ModelFile;
import org.medulla.vision.scale.ScaleEvidence;
import org.medulla.vision.training.RunningStatistics;
import org.medulla.vision.training.TrainingData;

/** Names the cells of a direction in the way of a variant; answers that are kept are never made again. */
final class VariantTesting {
    private static final int PICTURES_FOR_SCALE = 32;
    private static final int PICTURES_FOR_STATISTICS = 1024;
    private static final double PRECISION = 1e-6;

    private final Archive archive;
    private final Direction direction;
    private final VariantFolder folder;
    private final ModelFile standard;

    /** Tests beside the standard network of the direction. */
    VariantTesting(Archive archive, Direction direction, VariantFolder folder, ModelFile standard) {
        this.archive = archive;
        this.direction = direction;
        this.folder = folder;
        this.standard = standard;
    }

    /** Tests a network that was trained for its variant. */
    void finish(Variant.Trained variant, ModelFile model, Progress progress) {
        for (Place place : Place.values()) {
            if (!Files.exists(folder.answers(variant, place))) {
                name(variant, place, model, stained(place, variant.appearance()), progress);
            }
        }
    }

    /** Tests the standard network in another way. */
    void finish(Variant.Tested variant, Progress progress) {
        for (Place place : Place.values()) {
            Path answers = folder.answers(variant, place);
            if (!Files.exists(answers)) {
                switch (variant) {
                    case ONE_VIEW -> name(variant, place, oneView(place), pictures(place), progress);
                    case SCALE_ESTIMATED -> name(variant, place, standard, ofEstimatedScale(place), progress);
                    case STATISTICS_RE_ESTIMATED ->
                        name(variant, place, withStatisticsOf(place, progress), pictures(place), progress);
                    case PRIOR_SHIFT ->
                        JudgedCsv.write(
                                answers, shifted(JudgedCsv.read(folder.answers(Variant.Trained.STANDARD, place))));
                    case REINHARD_AT_THE_TEST ->
                        name(variant, place, standard, stained(place, Appearance.REINHARD), progress);
                }
            }
        }
    }

    private void name(Variant variant, Place place, ModelFile model, TrainingData pictures, Progress progress) {
        List<FrozenCell> cells = direction.cells(place);
        List<Judged> judged = new ArrayList<>();
        try (Classifier classifier = Classifier.open(model)) {
            new Asking(archive, classifier)
                    .about(
                            cells,
                            pictures,
                            "Naming cells " + (place == Place.HOME ? "at home" : "abroad"),
                            progress,
                            (some, answers) -> {
                                for (int i = 0; i < some.size(); i++) {
                                    judged.add(judged(some.get(i), answers.get(i)));
                                }
                            });
        }
        JudgedCsv.write(folder.answers(variant, place), new JudgedCells(direction.classes(), judged));
    }

    private static Judged judged(FrozenCell cell, Prediction answer) {
        return new Judged(
                PredictedCell.of(cell, answer.probabilities()),
                answer.judgement().oddness(),
                answer.judgement().accepted());
    }

    private TrainingData pictures(Place place) {
        return new FrozenPictures(archive, direction.cells(place));
    }

    private LaboratorySample sample(Place place) {
        return new LaboratorySample(archive, direction.laboratory(place));
    }

    private TrainingData stained(Place place, Appearance appearance) {
        return new ChangedPictures(
                pictures(place), appearance.change(sample(place).forAppearance(appearance)), OptionalDouble.empty());
    }

    private ModelFile oneView(Place place) {
        ModelDescription description = standard.description();
        return ModelFile.write(
                folder.model(Variant.Tested.ONE_VIEW, place),
                description.withPreprocessing(description.preprocessing().withViews(1)),
                standard.parameters());
    }

    private TrainingData ofEstimatedScale(Place place) {
        double microns = ScaleEvidence.ofAll(sample(place).images(PICTURES_FOR_SCALE))
                .estimate()
                .micronsPerPixel();
        folder.keepScale(Variant.Tested.SCALE_ESTIMATED, place, microns);
        return new ChangedPictures(pictures(place), image -> image, OptionalDouble.of(microns));
    }

    private ModelFile withStatisticsOf(Place place, Progress progress) {
        ModelDescription description = standard.description();
        RunningStatistics statistics = new RunningStatistics(description.network(), description.preprocessing());
        return ModelFile.write(
                folder.model(Variant.Tested.STATISTICS_RE_ESTIMATED, place),
                description,
                statistics.renewed(standard.parameters(), sample(place).pictures(PICTURES_FOR_STATISTICS), progress));
    }

    /** Classes of which nothing was learned have no prior and take no part: their probabilities become 0. */
    private JudgedCells shifted(JudgedCells answers) {
        List<Double> all = standard.description().provenance().trainingPriors();
        int[] places = IntStream.range(0, all.size())
                .filter(label -> all.get(label) > 0)
                .toArray();
        double[] priors = Arrays.stream(places).mapToDouble(all::get).toArray();
        float[][] before = answers.probabilities();
        float[][] part = new float[before.length][places.length];
        for (int cell = 0; cell < part.length; cell++) {
            double sum = 0;
            for (int place : places) {
                sum += before[cell][place];
            }
            for (int i = 0; i < places.length; i++) {
                part[cell][i] = (float) (sum == 0 ? priors[i] : before[cell][places[i]] / sum);
            }
        }
        int[] once = new int[part.length];
        Arrays.fill(once, 1);
        double[] shares = new PriorShift(part, priors).solve(once, priors, PRECISION);
        float[][] after = PriorShift.reweighted(part, priors, shares);
        float[][] whole = new float[before.length][all.size()];
        for (int cell = 0; cell < whole.length; cell++) {
            for (int i = 0; i < places.length; i++) {
                whole[cell][places[i]] = after[cell][i];
            }
        }
        return answers.with(whole);
    }

    /** A sentence on what was found out on the way; empty where there is nothing to say. */
    static String note(Variant variant, VariantFolder folder) {
        OptionalDouble home = folder.scale(variant, Place.HOME);
        OptionalDouble abroad = folder.scale(variant, Place.ABROAD);
        return home.isPresent() && abroad.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "Estimated: %.4f µm per pixel at home, %.4f abroad.",
                        home.getAsDouble(),
                        abroad.getAsDouble())
                : "";
    }
}
