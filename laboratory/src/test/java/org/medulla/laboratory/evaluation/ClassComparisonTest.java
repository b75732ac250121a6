package org.medulla.laboratory.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Lineage;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import org.medulla.cytology.nomenclature.NomenclatureHistory;

class ClassComparisonTest {
    private static final Nomenclature STANDARD = Nomenclature.standard();
    private static final NomenclatureHistory MERGED = NomenclatureHistory.standard()
            .with(NomenclatureChange.Merged.of(STANDARD, List.of("NGB", "NGS"), "NEU", Optional.of("Neutrophil")));
    private static final List<String> MODEL = List.of("BLA", "NGB", "NGS");

    @Test
    void probabilitiesOfClassesThatWereMergedSinceAreAdded() {
        ClassComparison comparison =
                ClassComparison.of(MERGED, MERGED.current(), List.of("BLA", "NEU"), STANDARD, MODEL);
        assertThat(comparison.classes()).containsExactly("BLA", "NEU");
        assertThat(comparison.fold(new float[] {0.25f, 0.5f, 0.25f})).containsExactly(0.25f, 0.75f);
        assertThat(comparison.remarks()).anyMatch(remark -> remark.startsWith("NGB, NGS were merged into NEU"));
    }

    @Test
    void anOlderDatasetIsComparedWithAnOlderModelAsItEverWas() {
        ClassComparison comparison =
                ClassComparison.of(MERGED, STANDARD, List.of("BLA", "NGB", "NGS"), STANDARD, MODEL);
        assertThat(comparison.classes()).isEqualTo(MODEL);
        assertThat(comparison.remarks()).isEmpty();
        float[] probabilities = {0.25f, 0.5f, 0.25f};
        assertThat(comparison.fold(probabilities)).isSameAs(probabilities);
    }

    @Test
    void anOlderDatasetIsComparedWithANewerModelByTheNewerClasses() {
        ClassComparison comparison = ClassComparison.of(
                MERGED, STANDARD, List.of("BLA", "NGB", "NGS"), MERGED.current(), List.of("BLA", "NEU"));
        assertThat(comparison.current("NGB")).isEqualTo("NEU");
        assertThat(comparison.classes()).containsExactly("BLA", "NEU");
    }

    @Test
    void aClassThatIsYoungerThanTheModelIsSaidNotToBeComparable() {
        NomenclatureHistory grown = NomenclatureHistory.standard()
                .with(new NomenclatureChange.Added(named("MGK", "Megakaryocyte", Lineage.MEGAKARYOCYTIC)));
        ClassComparison comparison = ClassComparison.of(grown, grown.current(), List.of("BLA", "MGK"), STANDARD, MODEL);
        assertThat(comparison.remarks())
                .singleElement()
                .asString()
                .startsWith("Of MGK the model's nomenclature (marrow-1) knew nothing");
    }

    @Test
    void aModelThatSaysAGroupIsForgivenAndTheReportSaysSo() {
        NomenclatureHistory split = NomenclatureHistory.standard()
                .with(NomenclatureChange.Split.of(STANDARD, "NGS", List.of("NGT", "NGU"), Map.of()));
        ClassComparison comparison = ClassComparison.of(split, split.current(), List.of("BLA", "NGT"), STANDARD, MODEL);
        assertThat(comparison.remarks())
                .anyMatch(remark -> remark.startsWith("The model says NGS, which was split into NGT, NGU"));
        assertThat(comparison.nomenclature().tolerated("NGT", "NGS")).isTrue();
    }

    @Test
    void aClassOfAnotherHomesModelIsTakenAsThatModelDescribesIt() {
        Nomenclature other = NomenclatureHistory.standard()
                .with(new NomenclatureChange.Added(named("MAC", "Macrophage", Lineage.MONOCYTIC)))
                .current();
        ClassComparison comparison = ClassComparison.of(
                NomenclatureHistory.standard(), STANDARD, List.of("BLA"), other, List.of("BLA", "MAC"));
        assertThat(comparison.nomenclature().of("MAC").name()).isEqualTo("Macrophage");
        assertThat(comparison.remarks()).anyMatch(remark -> remark.contains("MAC"));
    }

    private static CellClass named(String code, String name, Lineage lineage) {
        return new CellClass(code, name, lineage, OptionalInt.empty(), false, false, Set.of(), Optional.empty());
    }
}
