package org.medulla.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.differential.Correction;
import org.medulla.cytology.differential.Differential;
import org.medulla.cytology.differential.NormalRanges;
import org.medulla.cytology.differential.ValidationCounts;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.counting.AskedThreshold;
import org.medulla.laboratory.counting.CountCorrection;
import org.medulla.laboratory.counting.SmearCount;

class CountTableTest {
    private static final Nomenclature STANDARD = Nomenclature.standard();
    private static final float[][] CELLS = cells();

    @Test
    void rawAndCorrectedSharesStandSideBySideWithinAHundredColumns() {
        String printed = printed(new CountCorrection.Made(
                correction().correct(CELLS, new double[] {0.25, 0.25, 0.25, 0.25}), 400, Optional.empty()));
        assertThat(printed.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(printed)
                .containsPattern("raw % +95 % +adjusted % +95 % +shifted % +95 %")
                .containsPattern("BLA +Blast +100 +25.0 +21.0-29.5 +7.5 +0.0-17.3 +18.8 ")
                .contains(
                        "BLA at least 20 %?\n  raw       ",
                        "\n  adjusted  No", "\n  shifted   ", "400 validation cells");
    }

    @Test
    void aCorrectionThatWasNotMadeHasNoColumnsButAReason() {
        String withoutShift = printed(new CountCorrection.Made(
                correction().correct(Map.of("BLA", 100L, "LYT", 300L)), 400, Optional.of("No prior shift: untried.")));
        assertThat(withoutShift)
                .contains("adjusted %", "No prior shift: untried.")
                .doesNotContain("shifted");
        String raw = printed(new CountCorrection.LeftOut("Too few."));
        assertThat(raw).contains("raw %", "Too few.", "BLA at least 20 %? Yes").doesNotContain("adjusted", "shifted");
    }

    private static Correction correction() {
        return Correction.of(
                ValidationCounts.of(
                        List.of("BLA", "NGS", "LYT", "ART"),
                        new long[][] {{90, 0, 10, 0}, {0, 100, 0, 0}, {20, 0, 80, 0}, {0, 0, 0, 100}}),
                STANDARD,
                1);
    }

    private static float[][] cells() {
        float[][] rows = new float[400][];
        for (int cell = 0; cell < rows.length; cell++) {
            rows[cell] = cell < 100 ? new float[] {0.9f, 0, 0.1f, 0} : new float[] {0.1f, 0, 0.9f, 0};
        }
        return rows;
    }

    @Test
    void unidentifiedCellsAreToldOf() {
        assertThat(printed(new CountCorrection.LeftOut("Too few.")))
                .contains("400 cells, 400 of them counted\n12 of 400 cells are unidentified");
    }

    private static String printed(CountCorrection correction) {
        Differential differential = Differential.of(Map.of("BLA", 100L, "LYT", 300L), STANDARD);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CountTable.print(
                new SmearCount(
                        "small",
                        "0a".repeat(32),
                        List.of("EOS"),
                        differential,
                        12,
                        correction,
                        NormalRanges.adult().compare(differential),
                        List.of(new AskedThreshold("BLA", 20)),
                        List.of()),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
