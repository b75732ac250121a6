package org.medulla.laboratory.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.model.PlanWords;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.training.TrainingPlan;

class VariantTest {
    private static final TrainingPlan STANDARD = TrainingPlan.standard(Architecture.SMALL, List.of("BLA", "LYT"));
    private static final Map<Variant.Trained, String> CHANGES = Map.of(
            Variant.Trained.NO_STAIN_CHANGES, "augmentation.stainStrength=0",
            Variant.Trained.HALF_STAIN_CHANGES, "augmentation.stainStrength=0.5",
            Variant.Trained.NO_TRANSPLANTATION, "augmentation.transplantShare=0",
            Variant.Trained.NARROW_SCALE, "augmentation.scaleRange=1.1",
            Variant.Trained.NO_BLUR, "augmentation.blurShare=0",
            Variant.Trained.SCALE_NOT_USED, "preprocessing",
            Variant.Trained.REINHARD, "appearance REINHARD",
            Variant.Trained.MACENKO, "appearance MACENKO",
            Variant.Trained.BACKGROUND_MASKED, "appearance CUT_OUT");

    @ParameterizedTest
    @EnumSource(Variant.Trained.class)
    void aTrainedVariantDiffersFromTheStandardInOneThing(Variant.Trained variant) {
        assertThat(differences(variant))
                .isEqualTo(variant == Variant.Trained.STANDARD ? List.of() : List.of(CHANGES.get(variant)));
    }

    @Test
    void aScaleThatIsNotUsedLeavesTheFieldToTheFrame() {
        assertThat(Variant.Trained.SCALE_NOT_USED.change(STANDARD).preprocessing())
                .isEqualTo(STANDARD.preprocessing().withoutTargetMicronsPerPixel());
        assertThat(STANDARD.preprocessing().targetMicronsPerPixel()).isPresent();
    }

    @Test
    void everyVariantHasACodeOfItsOwnThatFindsIt() {
        Set<String> codes = new HashSet<>();
        for (Variant variant : Variant.all()) {
            assertThat(variant.code()).matches("[a-z-]+");
            assertThat(codes.add(variant.code())).isTrue();
            assertThat(variant.explanation()).endsWith(".");
            assertThat(Variant.named(List.of(variant.code()))).contains(variant);
        }
    }

    @Test
    void theStandardIsAlwaysThereAndFirst() {
        assertThat(Variant.named(List.of("prior-shift", "no-blur")))
                .containsExactly(Variant.Trained.STANDARD, Variant.Trained.NO_BLUR, Variant.Tested.PRIOR_SHIFT);
    }

    @Test
    void anUnknownVariantIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Variant.named(List.of("no-blur", "blurr")))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("called blurr;")
                .hasMessageContaining("prior-shift");
    }

    private static List<String> differences(Variant.Trained variant) {
        TrainingPlan plan = variant.change(STANDARD);
        SortedMap<String, String> words = PlanWords.of(plan);
        List<String> differences = new ArrayList<>();
        PlanWords.of(STANDARD).forEach((name, value) -> {
            if (!value.equals(words.get(name))) {
                differences.add(name + "=" + words.getOrDefault(name, "").replaceAll("\\.0$", ""));
            }
        });
        if (!plan.preprocessing().equals(STANDARD.preprocessing())) {
            differences.add("preprocessing");
        }
        if (variant.appearance() != Appearance.OWN) {
            differences.add("appearance " + variant.appearance());
        }
        return differences;
    }
}
