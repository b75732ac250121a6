package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.medulla.cytology.nomenclature.Nomenclature;

class PublishedTableTest {
    private final PublishedTable table = PublishedTable.matek2021();

    @Test
    void theStrictFiguresFollowFromTheTable() {
        assertThat(table.strict().accuracy()).isCloseTo(0.726, within(0.0005));
        assertThat(table.strict().balancedAccuracy()).isCloseTo(0.689, within(0.0005));
        assertThat(table.strict().macroF1()).isCloseTo(0.545, within(0.0005));
    }

    @Test
    void theTolerantFiguresFollowFromTheTable() {
        assertThat(table.tolerant().accuracy()).isCloseTo(0.805, within(0.0005));
        assertThat(table.tolerant().balancedAccuracy()).isCloseTo(0.762, within(0.0005));
        assertThat(table.tolerant().macroF1()).isCloseTo(0.645, within(0.0005));
    }

    @Test
    void itHasTheClassesOfTheStandardNomenclatureAndAllImages() {
        assertThat(table.classes().stream().map(PublishedScore::code))
                .containsExactlyInAnyOrderElementsOf(Nomenclature.standard().codes());
        assertThat(table.classes().stream().mapToLong(PublishedScore::images).sum())
                .isEqualTo(171_374);
        assertThat(table.find("BLA").orElseThrow().strict().recall()).isEqualTo(0.65);
        assertThat(table.find("XYZ")).isEmpty();
    }

    @Test
    void onlyClassesWithToleratedNeighboursGainByTolerance() {
        assertThat(table.classes()).allSatisfy(score -> {
            boolean hasNeighbours =
                    !Nomenclature.standard().of(score.code()).toleratedAs().isEmpty();
            assertThat(score.tolerant().equals(score.strict())).isEqualTo(!hasNeighbours);
        });
    }
}
