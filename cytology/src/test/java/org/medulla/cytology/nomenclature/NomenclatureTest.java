package org.medulla.cytology.nomenclature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

class NomenclatureTest {
    private static final Nomenclature STANDARD = Nomenclature.standard();

    @Test
    void theStandardListHoldsThe21PublishedClassesInTheirOrder() {
        assertThat(STANDARD.codes())
                .containsExactly(
                        "BLA", "PMO", "MYB", "MMZ", "NGB", "NGS", "FGC", "EOS", "ABE", "BAS", "MON", "PEB", "EBO",
                        "LYT", "LYI", "HAC", "PLM", "KSC", "ART", "NIF", "OTH");
    }

    @Test
    void smudgesArtefactsUnidentifiableAndOtherCellsAreNotCounted() {
        assertThat(STANDARD.classes().stream().filter(c -> !c.counted()).map(CellClass::code))
                .containsExactly("KSC", "ART", "NIF", "OTH");
    }

    @Test
    void theClassesThatDecideDiagnosesAreCritical() {
        assertThat(STANDARD.classes().stream().filter(CellClass::critical).map(CellClass::code))
                .containsExactly("BLA", "PMO", "MYB", "FGC", "ABE", "LYI", "HAC");
    }

    @Test
    void neighbouringStagesAreForgivenAndDistantOnesAreNot() {
        assertThat(STANDARD.tolerated("PMO", "MYB")).isTrue();
        assertThat(STANDARD.tolerated("BLA", "MYB")).isFalse();
        assertThat(STANDARD.tolerated("FGC", "FGC")).isTrue();
    }

    @Test
    void anUnknownCodeIsAnsweredWithTheNearestOne() {
        assertThatThrownBy(() -> STANDARD.of("BLAS"))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER))
                .hasMessageContaining("did you mean BLA?");
    }

    @Test
    void aNeighbourThatIsNotListedIsRefused() {
        CellClass lonely = new CellClass(
                "MEG",
                "Megakaryocyte",
                Lineage.UNCOUNTED,
                OptionalInt.empty(),
                false,
                false,
                Set.of("MAC"),
                Optional.empty());
        assertThatThrownBy(() -> new Nomenclature("mine", List.of(lonely))).hasMessageContaining("MAC");
    }

    @Property
    void toleranceIsMutual(@ForAll("codes") String left, @ForAll("codes") String right) {
        assertThat(STANDARD.tolerated(left, right)).isEqualTo(STANDARD.tolerated(right, left));
    }

    @Property
    void treeDistanceIsAMetric(@ForAll("codes") String a, @ForAll("codes") String b, @ForAll("codes") String c) {
        int ab = STANDARD.treeDistance(a, b);
        assertThat(ab).isEqualTo(STANDARD.treeDistance(b, a)).isBetween(0, Nomenclature.GREATEST_DISTANCE);
        assertThat(ab == 0).isEqualTo(a.equals(b));
        assertThat(STANDARD.treeDistance(a, c)).isLessThanOrEqualTo(ab + STANDARD.treeDistance(b, c));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of(STANDARD.codes());
    }
}
