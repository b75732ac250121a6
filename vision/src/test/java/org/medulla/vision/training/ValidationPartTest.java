package org.medulla.vision.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.medulla.vision.image.RgbImage;

class ValidationPartTest {
    @Test
    void classesKeepTheirProportionsAndSparseOnesAreLearnedFrom() {
        TrainingData data = data(0);
        ValidationPart part = ValidationPart.choose(data, 3, 0.1, 5);
        assertThat(part.learned().size() + part.validation().size()).isEqualTo(data.size());
        assertThat(part.learned()).doesNotContainAnyElementsOf(part.validation());
        assertThat(part.validation().stream().filter(i -> data.label(i) == 0).count())
                .isCloseTo(60, within(1L));
        assertThat(part.validation().stream().filter(i -> data.label(i) == 1).count())
                .isCloseTo(30, within(1L));
        assertThat(part.validation().stream().filter(i -> data.label(i) == 2).count())
                .isZero();
    }

    @Test
    void noPatientIsOnBothSides() {
        TrainingData data = data(40);
        ValidationPart part = ValidationPart.choose(data, 3, 0.1, 5);
        Set<Optional<String>> learned = part.learned().stream().map(data::group).collect(Collectors.toSet());
        Set<Optional<String>> validation =
                part.validation().stream().map(data::group).collect(Collectors.toSet());
        assertThat(learned).doesNotContainAnyElementsOf(validation);
        assertThat(part.validation().size()).isBetween(60, 120);
    }

    @Test
    void theChoiceDependsOnTheSeedAlone() {
        assertThat(ValidationPart.choose(data(0), 3, 0.1, 5)).isEqualTo(ValidationPart.choose(data(0), 3, 0.1, 5));
        assertThat(ValidationPart.choose(data(0), 3, 0.1, 5)).isNotEqualTo(ValidationPart.choose(data(0), 3, 0.1, 6));
    }

    /** 600, 300 and 3 pictures of three classes, of so many patients or of unknown ones. */
    private static TrainingData data(int patients) {
        return new TrainingData() {
            @Override
            public int size() {
                return 903;
            }

            @Override
            public int label(int index) {
                return index < 600 ? 0 : index < 900 ? 1 : 2;
            }

            @Override
            public RgbImage image(int index) {
                throw new UnsupportedOperationException("Choosing looks at no picture");
            }

            @Override
            public Optional<String> group(int index) {
                return patients == 0 ? Optional.empty() : Optional.of("patient " + index % patients);
            }
        };
    }
}
