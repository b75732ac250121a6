package org.medulla.cytology.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;

class ReadingsTest {
    private static final Reading FIRST = new Reading(7, "MB", "BLA");
    private static final Reading SECOND = new Reading(7, "KS", "PMO");
    private static final Reading OTHER_CELL = new Reading(3, "MB", "LYT");

    @Test
    void theOrderInWhichReadingsComeDoesNotMatter() {
        Readings readings = Readings.of(List.of(FIRST, SECOND, OTHER_CELL));

        assertThat(readings).isEqualTo(Readings.of(List.of(OTHER_CELL, SECOND, FIRST)));
        assertThat(readings.all()).containsExactly(OTHER_CELL, SECOND, FIRST);
        assertThat(readings.readers()).containsExactly("KS", "MB");
        assertThat(readings.classes()).containsExactly("BLA", "LYT", "PMO");
        assertThat(readings.byCell().firstEntry().getValue()).isEqualTo(Map.of("MB", "LYT"));
        assertThat(readings.byCell().get(7L)).isEqualTo(Map.of("KS", "PMO", "MB", "BLA"));
    }

    @Test
    void aReaderWhoReadsACellTwiceIsRefusedWithTheCellAndWhatToDo() {
        assertThatThrownBy(() -> Readings.of(List.of(FIRST, OTHER_CELL, new Reading(7, "MB", "BLA"))))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining("MB")
                .hasMessageContaining("cell 7")
                .hasMessageContaining("keep one of them");
    }

    @Test
    void aReadingNeedsAReaderAndAClass() {
        assertThatThrownBy(() -> new Reading(1, " ", "BLA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reading(1, "MB", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void someReadingsCanBeTakenAlone() {
        Readings readings = Readings.of(List.of(FIRST, SECOND, OTHER_CELL));

        assertThat(readings.where(reading -> reading.reader().equals("MB")).all())
                .containsExactly(OTHER_CELL, FIRST);
        assertThat(readings.size()).isEqualTo(3);
    }
}
