package org.medulla.cytology.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

class NormalRangesTest {
    private static final String HEADER = "name,quantity,classes,low,high\n";

    @Test
    void theAdultRangesNameOnlyCountedClasses() {
        assertThat(NormalRanges.adult().ranges()).hasSize(13);
        assertThat(NormalRanges.adult().ranges())
                .flatExtracting(NormalRange::classes)
                .allMatch(code -> Nomenclature.standard().of(code).counted());
    }

    @Test
    void aLeukaemicSmearStandsAboveInBlastsAndBelowInErythroidCells() {
        Map<String, Standing> standings = standings(Map.of("BLA", 400L, "EBO", 30L, "NGS", 40L, "LYT", 30L));
        assertThat(standings)
                .containsEntry("Blasts", Standing.ABOVE)
                .containsEntry("Erythroid cells", Standing.BELOW)
                .containsEntry("M:E", Standing.ABOVE);
    }

    @Test
    void aShareWithinWhoseIntervalCrossesTheEndIsUndecided() {
        assertThat(standings(Map.of("BLA", 1L, "EBO", 25L, "NGS", 74L)))
                .containsEntry("Blasts", Standing.UNDECIDED)
                .containsEntry("Erythroid cells", Standing.UNDECIDED);
    }

    @Test
    void manyCellsDecideWhatFewLeftOpen() {
        assertThat(standings(Map.of("BLA", 100L, "EBO", 2500L, "NGS", 7400L)))
                .containsEntry("Blasts", Standing.WITHIN)
                .containsEntry("Erythroid cells", Standing.WITHIN)
                .containsEntry("M:E", Standing.WITHIN);
    }

    @Test
    void rangesOfClassesThatTheNomenclatureLacksAreLeftOut() {
        NormalRanges ranges = NormalRanges.parse("own.csv", new StringReader(HEADER + "Mast cells,percent,MAS,0,1\n"));
        assertThat(ranges.compare(Differential.of(Map.of("BLA", 1L), Nomenclature.standard())))
                .isEmpty();
    }

    @Test
    void aWrongLineIsNamedWithItsNumber() {
        assertWrong(HEADER + "Blasts,percent,BLA,0\n", "Line 2 of own.csv has 4 fields");
        assertWrong(HEADER + "Blasts,permille,BLA,0,2\n", "unknown quantity permille");
        assertWrong(HEADER + "Blasts,percent,BLA,0,two\n", "two where a number belongs");
        assertWrong(HEADER + "Blasts,percent,BLA,3,2\n", "range of Blasts");
        assertWrong("Blasts,percent,BLA,0,2\n", "does not begin with the header");
    }

    private static void assertWrong(String table, String words) {
        assertThatThrownBy(() -> NormalRanges.parse("own.csv", new StringReader(table)))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining(words);
    }

    private static Map<String, Standing> standings(Map<String, Long> counts) {
        return NormalRanges.adult().compare(Differential.of(counts, Nomenclature.standard())).stream()
                .collect(Collectors.toMap(finding -> finding.range().name(), RangeFinding::standing));
    }
}
