package org.medulla.laboratory.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.augmentation.Augmentation;
import org.medulla.vision.training.TrainingPlan;

/** A way to train or to test a network that differs from the standard in one thing. */
public sealed interface Variant {
    /** A few words: "no stain changes". */
    String title();

    /** One sentence of what is different. */
    String explanation();

    /** The name on the command line and of the folder: "no-stain-changes". */
    default String code() {
        return title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** A variant that needs a network trained for it. */
    enum Trained implements Variant {
        STANDARD("standard", "The recipe that Medulla uses when nothing else is asked for."),
        NO_STAIN_CHANGES("no stain changes", "Stain and light of the training pictures stay as they are."),
        HALF_STAIN_CHANGES(
                "half the stain changes",
                "Stain and light of the training pictures vary half as much as in the standard."),
        NO_TRANSPLANTATION("no transplantation", "No cell is set into the surroundings of another picture."),
        NARROW_SCALE(
                "narrow scale", "Training pictures are enlarged or shrunk by a tenth at most in place of two fifths."),
        NO_BLUR("no blur", "No training picture is blurred."),
        SCALE_NOT_USED(
                "scale not used",
                "Pictures are cut by their frame in training and at the test, whether or not their microns per pixel are known."),
        REINHARD(
                "Reinhard",
                "All pictures, in training and at the test, are brought to one appearance by Reinhard's method, each"
                        + " laboratory by the statistics of its own pictures."),
        MACENKO(
                "Macenko",
                "All pictures, in training and at the test, are brought to one appearance by Macenko's method, each"
                        + " laboratory by the stains of its own pictures."),
        BACKGROUND_MASKED(
                "background masked",
                "All pictures, in training and at the test, show the segmented cell alone on an empty field.");

        private static final double HALF = 0.5;
        private static final double NARROW = 1.1;

        private final String title;
        private final String explanation;

        Trained(String title, String explanation) {
            this.title = title;
            this.explanation = explanation;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String explanation() {
            return explanation;
        }

        /** The standard plan with what is different. */
        TrainingPlan change(TrainingPlan plan) {
            Augmentation usual = plan.augmentation();
            return switch (this) {
                case STANDARD, REINHARD, MACENKO, BACKGROUND_MASKED -> plan;
                case NO_STAIN_CHANGES -> plan.withAugmentation(usual.withStainStrength(0));
                case HALF_STAIN_CHANGES -> plan.withAugmentation(usual.withStainStrength(HALF * usual.stainStrength()));
                case NO_TRANSPLANTATION -> plan.withAugmentation(usual.withTransplantShare(0));
                case NARROW_SCALE -> plan.withAugmentation(usual.withScaleRange(NARROW));
                case NO_BLUR -> plan.withAugmentation(usual.withBlurShare(0));
                case SCALE_NOT_USED ->
                    plan.withPreprocessing(plan.preprocessing().withoutTargetMicronsPerPixel());
            };
        }

        /** The appearance that its pictures are brought to. */
        Appearance appearance() {
            return switch (this) {
                case REINHARD -> Appearance.REINHARD;
                case MACENKO -> Appearance.MACENKO;
                case BACKGROUND_MASKED -> Appearance.CUT_OUT;
                case STANDARD,
                        NO_STAIN_CHANGES,
                        HALF_STAIN_CHANGES,
                        NO_TRANSPLANTATION,
                        NARROW_SCALE,
                        NO_BLUR,
                        SCALE_NOT_USED -> Appearance.OWN;
            };
        }
    }

    /** A variant that tests the standard network in another way. */
    enum Tested implements Variant {
        ONE_VIEW("one view", "The answer rests on the upright picture alone; no other view is averaged."),
        SCALE_ESTIMATED(
                "scale estimated",
                "The microns per pixel of the tested laboratory are estimated from up to 32 of its pictures together, in"
                        + " place of the known ones or of none."),
        STATISTICS_RE_ESTIMATED(
                "statistics re-estimated",
                "The running statistics of the batch normalisations are computed anew on up to 1,024 pictures of the tested"
                        + " laboratory, without their classes."),
        PRIOR_SHIFT(
                "prior shift",
                "Probabilities are weighted anew by the mix of classes that makes those of all tested cells likeliest; oddness"
                        + " and acceptance stay those of the standard."),
        REINHARD_AT_THE_TEST(
                "Reinhard at the test only",
                "Tested pictures are brought to the standard appearance by Reinhard's method; those learned from were not.");

        private final String title;
        private final String explanation;

        Tested(String title, String explanation) {
            this.title = title;
            this.explanation = explanation;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String explanation() {
            return explanation;
        }
    }

    /** All variants, the standard first. */
    static List<Variant> all() {
        List<Variant> all = new ArrayList<>(List.of(Trained.values()));
        all.addAll(List.of(Tested.values()));
        return List.copyOf(all);
    }

    /**
     * The variants of these codes in the order of {@link #all()}; the standard, with which the others are compared, is always
     * among them.
     *
     * @throws MedullaException USER for a code of none
     */
    static List<Variant> named(List<String> codes) {
        Set<String> wanted = new LinkedHashSet<>(codes);
        wanted.add(Trained.STANDARD.code());
        List<Variant> found =
                all().stream().filter(v -> wanted.contains(v.code())).toList();
        if (found.size() < wanted.size()) {
            found.forEach(variant -> wanted.remove(variant.code()));
            throw MedullaException.user("There is no variant called " + String.join(", ", wanted) + "; there are "
                    + String.join(", ", all().stream().map(Variant::code).toList()) + ".");
        }
        return found;
    }
}
