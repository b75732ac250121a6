package org.medulla.archive.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

class SessionsTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void fill() {
        archive = Archive.open(folder.resolve("home"));
        List<LabelledFile> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            files.add(Synthetic.file(folder.resolve("files"), i % 2 == 0 ? "BLA" : "LYT", i + ".jpg", "cell " + i));
        }
        Synthetic.importAll(archive, new ImportPlan("published", folder, "published", false), files, 10);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void aSessionKeepsItsCellsInTheirOrderAndNeverChanges() {
        ReadingSession session = archive.sessions().create(plan("double", 7, 3, 11));
        assertThat(archive.sessions().cells(session)).containsExactly(new CellId(7), new CellId(3), new CellId(11));
        assertThat(archive.sessions().list()).containsExactly(session);
        assertThatThrownBy(() -> archive.sessions().create(plan("double", 1)))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("never changes");
    }

    @Test
    void readersGetTheSameCellsInDifferentOrdersThatStayTheSame() {
        long[] all = LongStream.rangeClosed(1, 40).toArray();
        ReadingSession session = archive.sessions().create(plan("double", all));
        List<CellId> first = archive.sessions().readings(session).open("Dr. Weiß");
        List<CellId> second = archive.sessions().readings(session).open("Dr. Roth");
        assertThat(first).containsExactlyInAnyOrderElementsOf(second).isNotEqualTo(second);
        assertThat(archive.sessions().readings(session).open("Dr. Weiß")).isEqualTo(first);

        archive.sessions().readings(session).add(List.of(Reading.of(first.getFirst(), "Dr. Weiß", "PMO")));
        assertThat(archive.sessions().readings(session).open("Dr. Weiß")).isEqualTo(first.subList(1, 40));
    }

    @Test
    void aBlindReadingIsKeptWithoutChangingTheClass() {
        ReadingSession session = archive.sessions().create(plan("double", 1, 2));
        archive.sessions()
                .readings(session)
                .add(List.of(Reading.of(new CellId(1), "Dr. Weiß", "PMO").because("granules")));
        assertThat(classOf(1)).isEqualTo("BLA");
        Annotation kept = archive.annotations().of(new CellId(1)).getLast();
        assertThat(kept.session()).contains("double");
        assertThat(kept.reading().blinded()).isTrue();
        assertThat(kept.reading().reason()).contains("granules");
        assertThat(verifies()).isTrue();
    }

    @Test
    void theNewestReadingOfAReaderCountsAndAllStay() {
        ReadingSession session = archive.sessions().create(plan("double", 1, 2));
        SessionReadings readings = archive.sessions().readings(session);
        readings.add(List.of(Reading.of(new CellId(1), "Dr. Weiß", "PMO")));
        readings.add(List.of(Reading.of(new CellId(1), "Dr. Weiß", "MYB")));
        assertThat(readings.all()).hasSize(2);
        assertThat(readings.latest()).extracting(Annotation::classCode).containsExactly("MYB");
    }

    @Test
    void readersAndCellsThatDoNotBelongToItAreRefusedAndNothingIsStored() {
        ReadingSession session = archive.sessions().create(plan("double", 1, 2));
        SessionReadings readings = archive.sessions().readings(session);
        assertThatThrownBy(() -> readings.add(List.of(
                        Reading.of(new CellId(1), "Dr. Weiß", "PMO"), Reading.of(new CellId(9), "Dr. Weiß", "PMO"))))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("does not have cell 9");
        assertThatThrownBy(() -> readings.add(List.of(Reading.of(new CellId(1), "Dr. Schwarz", "PMO"))))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("not for Dr. Schwarz, but for Dr. Weiß, Dr. Roth");
        assertThat(readings.all()).isEmpty();
    }

    @Test
    void aConsensusBecomesTheClassAndNoConsensusLeavesNone() {
        ReadingSession session = archive.sessions().create(plan("double", 1, 2));
        archive.decisions()
                .add(
                        session,
                        "majority of at least 2",
                        List.of(decision(1, Optional.of("PMO")), decision(2, Optional.empty())));
        assertThat(classOf(1)).isEqualTo("PMO");
        assertThat(classOf(2)).isEqualTo(Decision.NO_CONSENSUS);
        assertThat(archive.cells().countsByClass(CellQuery.all()))
                .isEqualTo(Map.of("BLA", 19L, "LYT", 19L, "PMO", 1L, Decision.NO_CONSENSUS, 1L));
        assertThat(archive.decisions().of(new CellId(2))).singleElement().satisfies(consensus -> {
            assertThat(consensus.decision().classCode()).isEmpty();
            assertThat(consensus.rule()).isEqualTo("majority of at least 2");
            assertThat(consensus.decision().votes()).isEqualTo(Map.of("PMO", 2, "LYT", 1));
        });
        assertThat(verifies()).isTrue();
    }

    @Test
    void aCellWithoutConsensusIsNotFrozen() {
        ReadingSession session = archive.sessions().create(plan("double", 1, 2));
        archive.decisions().add(session, "majority", List.of(decision(2, Optional.empty())));
        assertThat(archive.datasets().freeze("all", CellQuery.all()).cells()).isEqualTo(39);
    }

    @Test
    void whateverCameLastIsCurrent() {
        ReadingSession session = archive.sessions().create(plan("double", 1, 2));
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Grün", "MMZ"));
        archive.decisions().add(session, "majority", List.of(decision(1, Optional.of("PMO"))));
        assertThat(classOf(1)).isEqualTo("PMO");
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Grün", "MYB"));
        assertThat(classOf(1)).isEqualTo("MYB");
        archive.decisions().add(session, "skill", List.of(decision(1, Optional.of("NGB"))));
        assertThat(classOf(1)).isEqualTo("NGB");
        assertThat(archive.decisions().of(session)).extracting(Decided::rule).containsExactly("skill");
        assertThat(verifies()).isTrue();
    }

    @Test
    void earlierReadingsAreThoseOfItsReadersFromBeforeIt() {
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Weiß", "PMO"));
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Weiß", "MYB"));
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Grün", "NGS"));
        ReadingSession again = archive.sessions()
                .create(new SessionPlan(
                        "again", SessionKind.AGAIN, List.of("Dr. Weiß"), Optional.empty(), 1, cells(1, 2)));
        archive.annotations().add(Reading.of(new CellId(1), "Dr. Weiß", "MMZ"));
        assertThat(archive.sessions().readings(again).earlier())
                .extracting(Annotation::classCode)
                .containsExactly("MYB");
    }

    @Test
    void whatIsNoSessionIsRefusedWithTheReason() {
        assertThatThrownBy(() -> new SessionPlan("s", SessionKind.BLIND, List.of("A"), Optional.empty(), 1, cells(1)))
                .hasMessageContaining("two readers");
        assertThatThrownBy(() ->
                        new SessionPlan("s", SessionKind.BLIND, List.of("A", "A "), Optional.empty(), 1, cells(1)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() ->
                        new SessionPlan("s", SessionKind.ADJUDICATION, List.of("A"), Optional.empty(), 1, cells(1)))
                .hasMessageContaining("--of");
        assertThatThrownBy(() -> new SessionPlan("s", SessionKind.AGAIN, List.of("A"), Optional.empty(), 1, List.of()))
                .hasMessageContaining("no cells");
        assertThatThrownBy(() -> archive.sessions().create(plan("double", 99)))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("no cell 99");
    }

    private static SessionPlan plan(String name, long... cells) {
        return new SessionPlan(
                name, SessionKind.BLIND, List.of("Dr. Weiß", "Dr. Roth"), Optional.empty(), 2026, cells(cells));
    }

    private static List<CellId> cells(long... numbers) {
        return LongStream.of(numbers).mapToObj(CellId::new).toList();
    }

    private static Decision decision(long cell, Optional<String> classCode) {
        return new Decision(
                new CellId(cell), classCode, OptionalDouble.of(0.75), Map.of("PMO", 2, "LYT", 1), Optional.empty());
    }

    private String classOf(long cell) {
        return archive.cells().find(new CellId(cell)).orElseThrow().classCode();
    }

    private boolean verifies() {
        return archive.verify(Progress.silent()).isClean();
    }
}
