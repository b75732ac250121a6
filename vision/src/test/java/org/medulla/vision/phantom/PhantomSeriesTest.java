package org.medulla.vision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;

class PhantomSeriesTest {
    private static final PhantomSeries SERIES = PhantomSeries.of(new PhantomPlan(400, 40, 1));

    @Property(tries = 25)
    void aSeriesHasAsManyCellsAsPlannedAndEveryClass(
            @ForAll @IntRange(min = 21, max = 3000) int cells, @ForAll @IntRange(min = 1, max = 21) int patients) {
        List<PhantomCell> listed = cells(PhantomSeries.of(new PhantomPlan(cells, patients, cells)));
        assertThat(listed).hasSize(cells);
        assertThat(listed.stream().map(PhantomCell::classCode).collect(Collectors.toSet()))
                .hasSize(21);
        assertThat(listed.stream().map(PhantomCell::path).collect(Collectors.toSet()))
                .hasSize(cells);
    }

    @Test
    void everyPatientHasOneDiagnosisAndOneOrTwoSmears() {
        Map<String, Set<String>> diagnoses = by(cells(SERIES), false);
        Map<String, Set<String>> smears = by(cells(SERIES), true);
        assertThat(diagnoses.values()).allMatch(known -> known.size() == 1);
        assertThat(smears.values()).allMatch(known -> known.size() <= 2);
        assertThat(diagnoses.keySet()).hasSizeGreaterThan(35);
    }

    private static Map<String, Set<String>> by(List<PhantomCell> cells, boolean smears) {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        PhantomCell::patient,
                        Collectors.mapping(cell -> smears ? cell.smear() : cell.diagnosis(), Collectors.toSet())));
    }

    @Test
    void hairyCellsComeMostlyFromHairyCellLeukaemia() {
        List<PhantomCell> hairy = cells(SERIES).stream()
                .filter(cell -> cell.classCode().equals("HAC"))
                .toList();
        assertThat(hairy.stream().filter(cell -> cell.diagnosis().equals("hairy cell leukaemia")))
                .hasSizeGreaterThan(hairy.size() / 2);
    }

    @Test
    void aCellIsTheSameWheneverAndWhereverItIsDrawn() {
        PhantomSeries again = PhantomSeries.of(new PhantomPlan(400, 40, 1));
        List<PhantomPicture> backwards = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> again.draw(399 - 31 * i))
                .toList();
        for (int i = 0; i < 12; i++) {
            int index = 399 - 31 * i;
            PhantomPicture picture = SERIES.draw(index);
            assertThat(picture.image()).isEqualTo(backwards.get(i).image());
            assertThat(SERIES.jpeg(index, picture)).isEqualTo(again.jpeg(index, backwards.get(i)));
        }
    }

    @Test
    void anotherSeedDrawsOtherCells() {
        PhantomSeries other = PhantomSeries.of(new PhantomPlan(400, 40, 2));
        assertThat(other.draw(0).image()).isNotEqualTo(SERIES.draw(0).image());
    }

    @Test
    void theClassesAreThoseOfTheNomenclatureInItsOrder() {
        assertThat(Arrays.stream(PhantomClass.values()).map(Enum::name))
                .containsExactly(
                        "BLA", "PMO", "MYB", "MMZ", "NGB", "NGS", "FGC", "EOS", "ABE", "BAS", "MON", "PEB", "EBO",
                        "LYT", "LYI", "HAC", "PLM", "KSC", "ART", "NIF", "OTH");
        assertThat(Arrays.stream(PhantomClass.values())
                        .mapToInt(PhantomClass::published)
                        .sum())
                .isEqualTo(171_374);
    }

    @Test
    void everyClassIsSeenInSomeDiagnosis() {
        Set<PhantomClass> seen = new HashSet<>();
        for (Diagnosis diagnosis : Diagnosis.values()) {
            for (PhantomClass cellClass : PhantomClass.values()) {
                if (diagnosis.frequency(cellClass) > 0) {
                    seen.add(cellClass);
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(PhantomClass.values());
    }

    @Test
    void aPlanWithMorePatientsThanCellsIsRefused() {
        assertThatThrownBy(() -> new PhantomPlan(5, 6, 1)).isInstanceOf(MedullaException.class);
    }

    private static List<PhantomCell> cells(PhantomSeries series) {
        return IntStream.range(0, series.size()).mapToObj(series::cell).toList();
    }
}
