package org.medulla.cytology.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class McNemarTest {
    /** Fagerland et al. 2013, airway hyper-responsiveness before and after transplantation: exact 0.070, mid-p 0.039. */
    @Test
    void thePublishedExampleComesOutAsPrinted() {
        McNemar test = new McNemar(1, 7);

        assertThat(test.exactP()).isCloseTo(0.0703125, within(1e-12));
        assertThat(test.midP()).isCloseTo(0.0390625, within(1e-12));
        assertThat(test.usesMidP()).isFalse();
        assertThat(test.p()).isEqualTo(test.exactP());
    }

    /** scipy.stats.binomtest(min(b, c), b + c).pvalue, and that less scipy.stats.binom.pmf(min(b, c), b + c, 0.5). */
    @Test
    void bothFormsAreThoseOfScipy() {
        assertThat(new McNemar(12, 5).exactP()).isCloseTo(0.143463134765625, within(1e-12));
        assertThat(new McNemar(12, 5).midP()).isCloseTo(0.09625244140625, within(1e-12));
        assertThat(new McNemar(150, 86).exactP()).isCloseTo(3.7159361395713866e-05, within(1e-14));
        assertThat(new McNemar(150, 86).midP()).isCloseTo(2.893389517615428e-05, within(1e-14));
        assertThat(new McNemar(700, 620).midP()).isCloseTo(0.027691566720310767, within(1e-10));
        assertThat(new McNemar(10, 10).midP()).isCloseTo(0.8238029479980471, within(1e-12));
        assertThat(new McNemar(30, 0).midP()).isCloseTo(9.313225746154769e-10, within(1e-20));
    }

    @Test
    void theMidPTakesOverWhereThereAreEnoughCells() {
        assertThat(new McNemar(12, 12).usesMidP()).isFalse();
        assertThat(new McNemar(12, 13).usesMidP()).isTrue();
        assertThat(new McNemar(150, 86).p()).isEqualTo(new McNemar(150, 86).midP());
    }

    @Test
    void classifiersThatAgreeEverywhereAreNotToldApart() {
        assertThat(new McNemar(0, 0).p()).isEqualTo(1);
        assertThat(new McNemar(0, 0).midP()).isEqualTo(1);
    }

    @Property
    void itDoesNotMatterWhichClassifierIsNamedFirst(
            @ForAll @LongRange(min = 0, max = 3000) long left, @ForAll @LongRange(min = 0, max = 3000) long right) {
        double p = new McNemar(left, right).p();

        assertThat(p).isBetween(0.0, 1.0).isEqualTo(new McNemar(right, left).p());
    }

    @Test
    void onlyCellsThatOneGotRightAndTheOtherWrongCount() {
        List<String> classes = List.of("BLA", "LYT");
        Scores first = Scores.builder(classes)
                .add("BLA", TestScores.row(0.9, 0.1))
                .add("BLA", TestScores.row(0.8, 0.2))
                .add("LYT", TestScores.row(0.7, 0.3))
                .add("LYT", TestScores.row(0.2, 0.8))
                .build();
        Scores second = Scores.builder(classes)
                .add("BLA", TestScores.row(0.4, 0.6))
                .add("BLA", TestScores.row(0.6, 0.4))
                .add("LYT", TestScores.row(0.6, 0.4))
                .add("LYT", TestScores.row(0.9, 0.1))
                .build();

        assertThat(McNemar.of(first, second)).isEqualTo(new McNemar(2, 0));
        assertThat(McNemar.of(second, first)).isEqualTo(new McNemar(0, 2));
    }

    @Test
    void answersToOtherCellsAreRefused() {
        Scores one = TestScores.scores(TestScores.random(20, 1));
        Scores other = TestScores.scores(TestScores.random(20, 2));

        assertThatThrownBy(() -> McNemar.of(one, other)).isInstanceOf(IllegalArgumentException.class);
    }
}
