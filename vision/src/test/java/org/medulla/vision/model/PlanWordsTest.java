package org.medulla.vision.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.medulla.vision.network.Architecture;
import org.medulla.vision.training.Length;
import org.medulla.vision.training.TrainingPlan;

class PlanWordsTest {
    @Test
    void everySettingHasADottedName() {
        TrainingPlan plan = TrainingPlan.standard(Architecture.SEQUENTIAL, TestModels.CLASSES)
                .withLength(new Length.Epochs(7));
        assertThat(PlanWords.of(plan))
                .containsEntry("architecture", "SEQUENTIAL")
                .containsEntry("length.kind", "Epochs")
                .containsEntry("length.epochs", "7.0")
                .containsEntry("recipe.optimiser.kind", "AdamW")
                .containsEntry(
                        "recipe.batchSize", Integer.toString(plan.recipe().batchSize()))
                .doesNotContainKeys("classes", "seed", "preprocessing.size");
    }
}
