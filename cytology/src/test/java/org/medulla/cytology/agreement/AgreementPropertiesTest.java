package org.medulla.cytology.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.medulla.cytology.evaluation.Bootstrap;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.nomenclature.Nomenclature;

class AgreementPropertiesTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 1);
    private static final Disagreement TREE = Disagreement.byTreeDistance(Nomenclature.standard());

    @Property(tries = 200)
    void weightsOfZeroAndOneGiveTheUnweightedKappa(@ForAll long seed) {
        Readings readings = TestReadings.random(seed);
        ReaderAgreement group = ReaderAgreement.among(readings, Disagreement.nominal(), BOOTSTRAP);
        ReaderAgreement pair =
                ReaderAgreement.between(readings, "reader 0", "reader 1", Disagreement.nominal(), BOOTSTRAP);

        assertThat(group.weightedKappa()).isEqualTo(group.kappa());
        assertThat(pair.weightedKappa()).isEqualTo(pair.kappa());
    }

    @Property(tries = 200)
    void kappaIsAtMostOneAndOneOnlyWhereAllAgree(@ForAll long seed) {
        ReaderAgreement found = ReaderAgreement.among(TestReadings.random(seed), TREE, BOOTSTRAP);

        found.kappa().ifPresent(kappa -> {
            assertThat(kappa.value()).isBetween(-1.0, 1.0);
            assertThat(kappa.value() == 1).isEqualTo(found.agreement().value() == 1);
        });
        found.weightedKappa().ifPresent(kappa -> assertThat(kappa.value()).isBetween(-1.0, 1.0));
    }

    @Property(tries = 200)
    void readersWhoAllGiveTheSameAgreePerfectly(@ForAll long seed) {
        Readings random = TestReadings.random(seed);
        Readings copied = Readings.of(random.all().stream()
                .map(reading -> new Reading(reading.cell(), reading.reader(), first(random, reading.cell())))
                .toList());
        Assume.that(ReaderAgreement.among(copied, TREE, BOOTSTRAP).classes().size() > 1);
        ReaderAgreement found = ReaderAgreement.among(copied, TREE, BOOTSTRAP);

        assertThat(found.agreement().value()).isEqualTo(1);
        assertThat(found.kappa().orElseThrow().value()).isEqualTo(1);
        assertThat(found.weightedKappa().orElseThrow().value()).isEqualTo(1);
        assertThat(found.classes())
                .allSatisfy(
                        code -> assertThat(code.kappa().orElseThrow().value()).isEqualTo(1));
    }

    @Property(tries = 200)
    void itDoesNotMatterWhichReaderIsNamedFirst(@ForAll long seed) {
        Readings readings = TestReadings.random(seed);
        ReaderAgreement one = ReaderAgreement.between(readings, "reader 0", "reader 1", TREE, BOOTSTRAP);
        ReaderAgreement other = ReaderAgreement.between(readings, "reader 1", "reader 0", TREE, BOOTSTRAP);

        assertSame(one.kappa(), other.kappa());
        assertSame(one.weightedKappa(), other.weightedKappa());
        for (int code = 0; code < one.classes().size(); code++) {
            assertSame(
                    one.classes().get(code).kappa(), other.classes().get(code).kappa());
        }
    }

    @Property(tries = 200)
    void readersAndCellsMayHaveOtherNames(@ForAll long seed) {
        Readings readings = TestReadings.random(seed);
        Readings renamed = Readings.of(readings.all().stream()
                .map(reading -> new Reading(
                        100 - reading.cell(), "x" + (9 - reading.reader().charAt(7) + '0'), reading.classCode()))
                .toList());
        ReaderAgreement one = ReaderAgreement.among(readings, TREE, BOOTSTRAP);
        ReaderAgreement other = ReaderAgreement.among(renamed, TREE, BOOTSTRAP);

        assertThat(other.pairs()).isEqualTo(one.pairs());
        assertThat(other.agreement().value()).isCloseTo(one.agreement().value(), within(1e-12));
        assertSame(one.kappa(), other.kappa());
        assertSame(one.weightedKappa(), other.weightedKappa());
    }

    /** Kappa of all is the mean of the kappas of the classes, weighted by what chance would disagree about each (Fleiss 1971). */
    @Property(tries = 200)
    void theKappaOfAllIsAMeanOfThoseOfTheClasses(@ForAll long seed) {
        ReaderAgreement found = ReaderAgreement.among(TestReadings.random(seed), TREE, BOOTSTRAP);
        List<Double> kappas = found.classes().stream()
                .flatMap(code -> code.kappa().stream())
                .map(Estimate::value)
                .toList();

        found.kappa()
                .ifPresent(kappa -> assertThat(kappa.value())
                        .isBetween(
                                kappas.stream().min(Double::compare).orElseThrow() - 1e-12,
                                kappas.stream().max(Double::compare).orElseThrow() + 1e-12));
    }

    private static String first(Readings readings, long cell) {
        return readings.all().stream()
                .filter(reading -> reading.cell() == cell)
                .findFirst()
                .orElseThrow()
                .classCode();
    }

    private static void assertSame(Optional<Estimate> one, Optional<Estimate> other) {
        assertThat(other.isPresent()).isEqualTo(one.isPresent());
        one.ifPresent(found -> assertThat(other.orElseThrow().value()).isCloseTo(found.value(), within(1e-12)));
    }
}
