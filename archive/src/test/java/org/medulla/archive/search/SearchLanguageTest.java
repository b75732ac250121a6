package org.medulla.archive.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medulla.cytology.job.MedullaException;

class SearchLanguageTest {
    @Test
    void termsBesideOneAnotherAllHold() {
        assertThat(SearchLanguage.parse("class:BLA confidence:<0.6 -source:pbc"))
                .isEqualTo(new Condition.All(List.of(
                        new Condition.OneOf(Facet.CLASS, Set.of("BLA")),
                        new Condition.Between(Facet.CONFIDENCE, Double.NEGATIVE_INFINITY, true, 0.6, false),
                        new Condition.Not(new Condition.OneOf(Facet.SOURCE, Set.of("pbc"))))));
    }

    @Test
    void orBindsLessThanStandingTogetherAndParenthesesGroup() {
        Condition blasts = new Condition.OneOf(Facet.CLASS, Set.of("BLA"));
        Condition monocytes = new Condition.OneOf(Facet.CLASS, Set.of("MON"));
        Condition disputed = new Condition.OneOf(Facet.DISPUTED, Set.of("yes"));
        assertThat(SearchLanguage.parse("class:BLA disputed:yes OR class:MON"))
                .isEqualTo(new Condition.Any(List.of(new Condition.All(List.of(blasts, disputed)), monocytes)));
        assertThat(SearchLanguage.parse("( class:BLA OR class:MON ) -(disputed:yes)"))
                .isEqualTo(new Condition.All(
                        List.of(new Condition.Any(List.of(blasts, monocytes)), new Condition.Not(disputed))));
    }

    @Test
    void valuesMayBeSeveralQuotedOrBegun() {
        assertThat(SearchLanguage.parse("diagnosis:\"AML, M3\",MDS patient:P01*"))
                .isEqualTo(new Condition.All(List.of(
                        new Condition.OneOf(Facet.DIAGNOSIS, Set.of("AML, M3", "MDS")),
                        new Condition.OneOf(Facet.PATIENT, Set.of("P01*")))));
        assertThat(SearchLanguage.parse("class:- has:patient"))
                .isEqualTo(new Condition.All(
                        List.of(new Condition.OneOf(Facet.CLASS, Set.of("-")), new Condition.Known(Facet.PATIENT))));
    }

    /** Days since 1970 by Python's datetime.date.toordinal() - 719163. */
    @ParameterizedTest
    @CsvSource({
        "date:2026-11-24, 20781, true, 20781, true",
        "date:2026-11, 20758, true, 20787, true",
        "date:2026, 20454, true, 20818, true",
        "date:2026-11-01..2026-12, 20758, true, 20818, true",
        "confidence:0.2..0.6, 0.2, true, 0.6, true",
        "confidence:>0.5, 0.5, false, Infinity, true",
        "date:<=2026, -Infinity, true, 20818, true",
        "date:>2026-11, 20787, false, Infinity, true"
    })
    void rangesHaveTheirEnds(String text, double low, boolean lowIncluded, double high, boolean highIncluded) {
        assertThat(SearchLanguage.parse(text)).isInstanceOfSatisfying(Condition.Between.class, range -> {
            assertThat(range.low()).isEqualTo(low);
            assertThat(range.lowIncluded()).isEqualTo(lowIncluded);
            assertThat(range.high()).isEqualTo(high);
            assertThat(range.highIncluded()).isEqualTo(highIncluded);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BLA | write a facet, a colon and a value",
                "clas:BLA | did you mean class?",
                "class: | a value is missing",
                "(class:BLA | a closing parenthesis is missing",
                "class:BLA) | a closing parenthesis too many",
                "class:BLA OR | a term is missing",
                "- | a term is missing",
                "diagnosis:\"AML | a closing quotation mark is missing",
                "confidence:high | is no number",
                "confidence:0.6..0.2 | upside down",
                "date:24.11.2026 | is no day",
                "has:weight | there is no facet"
            })
    void whatIsNotUnderstoodIsSaidWithThePlace(String text, String words) {
        assertThatThrownBy(() -> SearchLanguage.parse(text))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining(words);
    }

    @Property(tries = 500)
    void theTextOfAConditionMeansTheSameCondition(@ForAll("conditions") Condition condition) {
        Condition again = SearchLanguage.parse(condition.text());
        assertThat(again.text()).isEqualTo(condition.text());
        assertThat(SearchLanguage.parse(again.text())).isEqualTo(again);
    }

    @Property(tries = 500)
    void noTextIsTooOddForAnAnswerOrAClearError(@ForAll("scribbles") String text) {
        try {
            assertThat(SearchLanguage.parse(text).text()).isNotNull();
        } catch (MedullaException e) {
            assertThat(e).hasMessageContaining("not understood");
        }
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of(
                        "class:", "BLA", "-", "(", ")", " ", ",", "\"", "OR", "..", "<", "date:", "2026", "*", "\\",
                        "ä")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return conditions(3);
    }

    private static Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> words = Arbitraries.of(Facet.CLASS, Facet.PATIENT, Facet.DIAGNOSIS)
                .flatMap(
                        facet -> Arbitraries.of("BLA", "AML, M3", "a\"b", "x*", "-", "x..y", "<3", "back\\slash", "(a)")
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .map(values -> new Condition.OneOf(facet, values)));
        Arbitrary<Condition> ranges = Arbitraries.doubles()
                .between(0, 1)
                .ofScale(3)
                .map(low -> new Condition.Between(Facet.CONFIDENCE, low, false, Double.POSITIVE_INFINITY, true));
        Arbitrary<Condition> simple =
                Arbitraries.oneOf(words, ranges, Arbitraries.just(new Condition.Known(Facet.SMEAR)));
        if (depth == 0) {
            return simple;
        }
        Arbitrary<List<Condition>> several =
                conditions(depth - 1).list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                simple,
                several.map(Condition.All::new),
                several.map(Condition.Any::new),
                conditions(depth - 1).map(Condition.Not::new));
    }
}
