package org.medulla.laboratory.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.differential.Differential;
import org.medulla.cytology.differential.ShiftTrial;
import org.medulla.cytology.differential.ValidationCounts;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.classification.Answer;

class SmearCountJsonTest {
    @Test
    void theDocumentIsPrintedAsAlways() throws IOException {
        ValidationCounts validation = ValidationCounts.of(
                List.of("BLA", "NGS", "LYT", "ART"),
                new long[][] {{90, 0, 10, 0}, {0, 98, 0, 2}, {10, 0, 90, 0}, {0, 1, 0, 99}});
        assertGolden(
                "count.json",
                count(CountCorrector.correct(
                        validation,
                        new double[] {0.25, 0.25, 0.25, 0.25},
                        Optional.of(new ShiftTrial(0.04, 0.02)),
                        Counts.certain(60, 120, 110, 10))));
    }

    @Test
    void withoutACorrectionTheReasonIsGiven() {
        assertThat(SmearCountJson.text(count(new CountCorrection.LeftOut("Too few."))))
                .contains("\"made\" : false", "\"reason\" : \"Too few.\"")
                .doesNotContain("adjusted", "prior_shifted");
    }

    private static SmearCount count(CountCorrection correction) {
        return new SmearCount(
                "small",
                "0a".repeat(32),
                List.of("EOS"),
                Differential.of(Map.of("BLA", 60L, "NGS", 120L, "LYT", 110L, "ART", 10L), Nomenclature.standard()),
                7,
                correction,
                List.of(),
                List.of(new AskedThreshold("BLA", 20), new AskedThreshold("EOS", 5)),
                List.of(new Answer.Unreadable(Path.of("b.jpg"), "ends before the picture does")));
    }

    private static void assertGolden(String name, SmearCount count) throws IOException {
        try (InputStream golden = Objects.requireNonNull(SmearCountJsonTest.class.getResourceAsStream(name), name)) {
            assertThat(SmearCountJson.text(count)).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
