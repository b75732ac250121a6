package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Lineage;
import org.medulla.cytology.nomenclature.Nomenclature;

class DifferentialTest {
    private static final Nomenclature STANDARD = Nomenclature.standard();
    /** 500 counted cells: 350 myeloid, 100 erythroid, 50 lymphoid; 30 not counted. */
    private static final Map<String, Long> COUNTS = Map.ofEntries(
            Map.entry("BLA", 10L),
            Map.entry("PMO", 20L),
            Map.entry("MYB", 30L),
            Map.entry("MMZ", 40L),
            Map.entry("NGB", 80L),
            Map.entry("NGS", 120L),
            Map.entry("EOS", 25L),
            Map.entry("BAS", 5L),
            Map.entry("MON", 20L),
            Map.entry("PEB", 10L),
            Map.entry("EBO", 90L),
            Map.entry("LYT", 45L),
            Map.entry("PLM", 5L),
            Map.entry("ART", 27L),
            Map.entry("KSC", 3L));

    private final Differential differential = Differential.of(COUNTS, STANDARD);

    @Test
    void artefactsAndSmudgeCellsAreListedButNotCounted() {
        assertThat(differential.cells()).isEqualTo(530);
        assertThat(differential.counted()).isEqualTo(500);
        assertThat(differential.excluded())
                .extracting(count -> count.cellClass().code() + " " + count.cells())
                .containsExactlyInAnyOrder("ART 27", "KSC 3");
    }

    @Test
    void everyCountedClassIsListedEvenWithoutACell() {
        assertThat(differential.classes())
                .extracting(ClassCount::cellClass)
                .containsExactlyElementsOf(
                        STANDARD.classes().stream().filter(CellClass::counted).toList());
    }

    @Test
    void sharesHaveTheCountedCellsAsBase() {
        assertThat(differential.shareOf(List.of("BLA")).value()).isEqualTo(0.02);
        assertThat(differential.shareOf(List.of("PEB", "EBO"))).isEqualTo(Wilson.interval(100, 500));
        assertThat(differential.cellsOf(List.of("ART", "BLA"))).isEqualTo(10);
    }

    @Test
    void lineagesAddUpTheirStages() {
        assertThat(differential.lineages())
                .filteredOn(count -> count.lineage() == Lineage.GRANULOCYTIC)
                .singleElement()
                .satisfies(count -> assertThat(count.cells()).isEqualTo(300));
        assertThat(differential.lineages()).noneMatch(count -> count.lineage() == Lineage.UNCOUNTED);
    }

    @Test
    void myeloidToErythroidTakesAllStagesAndMonocytes() {
        assertThat(differential.myeloidToErythroid().orElseThrow().value()).isEqualTo(3.5);
    }

    @Test
    void immatureToMatureSplitsBetweenMetamyelocyteAndBand() {
        assertThat(differential.immatureToMature().orElseThrow().value()).isEqualTo(0.5);
    }

    @Test
    void thePartialCountHasItsOwnBase() {
        PartialCount partial = differential.partial().orElseThrow();
        assertThat(partial.cells()).isEqualTo(160);
        assertThat(partial.classes())
                .filteredOn(count -> count.cellClass().code().equals("BLA"))
                .singleElement()
                .satisfies(count -> assertThat(count.share().value()).isEqualTo(10 / 160.0));
    }

    @Property
    void bloodInTheAspirateLeavesThePartialCountAlone(
            @ForAll @IntRange(max = 500) int segmented, @ForAll @IntRange(max = 500) int lymphocytes) {
        Map<String, Long> diluted =
                Map.of("BLA", 10L, "MYB", 20L, "EBO", 30L, "NGS", (long) segmented, "LYT", (long) lymphocytes);
        assertThat(Differential.of(diluted, STANDARD).partial())
                .isEqualTo(Differential.of(Map.of("BLA", 10L, "MYB", 20L, "EBO", 30L), STANDARD)
                        .partial());
    }

    @Property
    void sharesOfAllClassesAndOfAllLineagesSumToOne(@ForAll @Size(17) List<@IntRange(max = 300) Integer> cells) {
        Map<String, Long> counts = new HashMap<>(Map.of("EBO", 1L));
        List<CellClass> counted =
                STANDARD.classes().stream().filter(CellClass::counted).toList();
        for (int i = 0; i < counted.size(); i++) {
            counts.merge(counted.get(i).code(), (long) cells.get(i), Long::sum);
        }
        Differential drawn = Differential.of(counts, STANDARD);
        assertThat(drawn.classes().stream()
                        .mapToDouble(count -> count.share().value())
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(drawn.lineages().stream()
                        .mapToDouble(count -> count.share().value())
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void nothingCountedIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> Differential.of(Map.of("ART", 12L), STANDARD))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("None of the 12 cells");
    }

    @Test
    void anUnknownClassAndANegativeNumberAreErrors() {
        assertThatThrownBy(() -> Differential.of(Map.of("XYZ", 12L), STANDARD)).isInstanceOf(MedullaException.class);
        assertThatThrownBy(() -> Differential.of(Map.of("BLA", -1L), STANDARD)).isInstanceOf(MedullaException.class);
    }
}
