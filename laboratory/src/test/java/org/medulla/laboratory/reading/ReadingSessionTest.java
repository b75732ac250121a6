package org.medulla.laboratory.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.archive.search.Condition;
import org.medulla.archive.session.ReadingSession;
import org.medulla.cytology.agreement.ReaderAgreement;
import org.medulla.cytology.consensus.Majority;
import org.medulla.cytology.consensus.SkillWeighted;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

class ReadingSessionTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void fill() {
        Path phantoms = folder.resolve("phantoms");
        Phantoms.draw(new PhantomPlan(40, 4, 1), phantoms, Progress.silent());
        archive = Archive.open(folder.resolve("home"));
        Layout layout = Layouts.standard().detect(phantoms);
        new ImageIntake(archive)
                .run(new ImportPlan("phantoms", layout.root(), layout.name(), false), layout, Progress.silent());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void theSameSeedDrawsTheSameCells() {
        SessionDesign design = new SessionDesign(archive);
        List<String> readers = List.of("Weiß", "Roth");
        ReadingSession one = design.blind("one", readers, Condition.EVERYTHING, OptionalInt.of(12), 7);
        ReadingSession two = design.blind("two", readers, Condition.EVERYTHING, OptionalInt.of(12), 7);
        ReadingSession other = design.blind("other", readers, Condition.EVERYTHING, OptionalInt.of(12), 8);
        assertThat(archive.sessions().cells(one)).hasSize(12).doesNotHaveDuplicates();
        assertThat(two.digest()).isEqualTo(one.digest());
        assertThat(other.digest()).isNotEqualTo(one.digest());
    }

    @Test
    void theFirstCellsOfAListMakeASession() throws Exception {
        Path list = Files.write(
                folder.resolve("suspects.csv"), List.of("rank,cell,given", "1,9,EOS", "2,4,BLA", "3,7,BLA"));
        ReadingSession session =
                new SessionDesign(archive).listed("check", List.of("Weiß", "Roth"), list, OptionalInt.of(2), 1);
        assertThat(archive.sessions().cells(session)).containsExactly(new CellId(9), new CellId(4));
        Files.write(list, List.of("cell", "nine"));
        assertThatThrownBy(() ->
                        new SessionDesign(archive).listed("bad", List.of("Weiß", "Roth"), list, OptionalInt.empty(), 1))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("line 2: \"nine\" is no number of a cell");
    }

    @Test
    void aSheetTellsNoClassAndIsNotOverwritten() throws Exception {
        ReadingSession session = new SessionDesign(archive)
                .blind("spring", List.of("Weiß", "Roth"), Condition.EVERYTHING, OptionalInt.of(5), 1);
        Path sheet = folder.resolve("sheet");
        assertThat(new SessionSheet(archive).write(session, "Weiß", sheet, Progress.silent()))
                .isEqualTo(5);
        List<String> lines = Files.readAllLines(sheet.resolve(SessionSheet.NAME));
        assertThat(lines.getFirst()).isEqualTo("cell,picture,class,certainty,seconds,reason");
        assertThat(lines.subList(1, 6)).allMatch(line -> line.matches("\\d+,\\d+\\.(png|jpg),,,,"));
        try (var files = Files.list(sheet)) {
            assertThat(files.count()).isEqualTo(6);
        }
        assertThatThrownBy(() -> new SessionSheet(archive).write(session, "Weiß", sheet, Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("may be filled in");
    }

    @Test
    void disputedCellsGoToAnAdjudicatorWhoSeesWhatWasSaid() throws Exception {
        SessionDesign design = new SessionDesign(archive);
        ReadingSession session =
                design.blind("spring", List.of("Weiß", "Roth"), Condition.EVERYTHING, OptionalInt.of(3), 1);
        List<CellId> cells = archive.sessions().cells(session);
        say(session, "Weiß", cells, "BLA", "PMO", "LYT");
        say(session, "Roth", cells, "BLA", "MYB", "LYT");
        assertThat(design.disputed(session)).containsExactly(cells.get(1));

        ReadingSession chief = design.adjudication("chief", "Schwarz", "spring", 1);
        new SessionSheet(archive).write(chief, "Schwarz", folder.resolve("chief"), Progress.silent());
        assertThat(Files.readAllLines(folder.resolve("chief").resolve(SessionSheet.NAME)))
                .hasSize(2)
                .last()
                .asString()
                .contains("Weiß: PMO; Roth: MYB");
    }

    /** Two of three alike; by chance 1/9 for BLA and 1/9 for LYT: kappa is (2/3 - 2/9) / (1 - 2/9). */
    @Test
    void readersOfABlindSessionAreComparedWithOneAnother() {
        ReadingSession session = new SessionDesign(archive)
                .blind("spring", List.of("Weiß", "Roth"), Condition.EVERYTHING, OptionalInt.of(3), 1);
        List<CellId> cells = archive.sessions().cells(session);
        say(session, "Weiß", cells, "BLA", "PMO", "LYT");
        say(session, "Roth", cells, "BLA", "MYB", "LYT");
        ReaderAgreement agreement = new SessionAgreement(archive, Nomenclature.standard())
                .of(session)
                .getFirst();
        assertThat(agreement.agreement().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(agreement.kappa().orElseThrow().value()).isCloseTo((2 / 3.0 - 2 / 9.0) / (7 / 9.0), within(1e-12));
    }

    @Test
    void readersWhoDifferedInClassesThatWereMergedSinceAgree() {
        SessionDesign design = new SessionDesign(archive);
        ReadingSession session =
                design.blind("spring", List.of("Weiß", "Roth"), Condition.EVERYTHING, OptionalInt.of(2), 1);
        List<CellId> cells = archive.sessions().cells(session);
        say(session, "Weiß", cells, "LYI", "BLA");
        say(session, "Roth", cells, "LYT", "BLA");
        assertThat(design.disputed(session)).containsExactly(cells.getFirst());
        archive.nomenclatures()
                .add(
                        new NomenclatureChange.Merged(List.of("LYI", "LYT"), "LYT", Optional.empty()),
                        "Weiß",
                        Optional.empty());
        assertThat(design.disputed(session)).isEmpty();
        assertThat(new SessionAgreement(archive, archive.nomenclature())
                        .of(session)
                        .getFirst()
                        .agreement()
                        .value())
                .isOne();
        new SessionSettling(archive).settle(session, new Majority(2));
        assertThat(archive.cells().find(cells.getFirst()).orElseThrow().classCode())
                .isEqualTo("LYT");
        assertThat(archive.sessions().readings(session).all())
                .anyMatch(annotation -> annotation.classCode().equals("LYI"));
    }

    @Test
    void aReaderWhoReadsAgainIsComparedWithTheFirstTime() {
        List<CellId> cells = List.of(new CellId(1), new CellId(2), new CellId(3), new CellId(4));
        archive.annotations()
                .addAll(cells.stream()
                        .map(cell -> Reading.of(cell, "Weiß", cell.value() < 3 ? "BLA" : "LYT"))
                        .toList());
        ReadingSession again = new SessionDesign(archive).again("again", "Weiß", OptionalInt.empty(), 1);
        say(again, "Weiß", cells, "BLA", "BLA", "LYT", "BLA");
        ReaderAgreement agreement =
                new SessionAgreement(archive, Nomenclature.standard()).of(again).getFirst();
        assertThat(agreement.agreement().value()).isEqualTo(0.75);
        assertThat(agreement.kappa().orElseThrow().value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aRuleDecidesAndWhatAnAdjudicatorSettledStays() {
        SessionDesign design = new SessionDesign(archive);
        ReadingSession session =
                design.blind("spring", List.of("Weiß", "Roth", "Grün"), Condition.EVERYTHING, OptionalInt.of(4), 1);
        List<CellId> cells = archive.sessions().cells(session);
        say(session, "Weiß", cells, "BLA", "PMO", "LYT", "EOS");
        say(session, "Roth", cells, "BLA", "MYB", "LYT");
        say(session, "Grün", cells, "MON", "MMZ");
        SessionSettling settling = new SessionSettling(archive);
        settling.settle(session, new Majority(2));
        assertThat(classes(cells.subList(0, 3))).containsExactly("BLA", Decision.NO_CONSENSUS, "LYT");
        assertThat(archive.decisions().of(cells.get(3))).isEmpty();

        ReadingSession chief = design.adjudication("chief", "Schwarz", "spring", 1);
        assertThat(archive.sessions().cells(chief)).containsExactly(cells.get(1));
        say(chief, "Schwarz", cells.subList(1, 2), "MYB");
        assertThat(settling.adjudicate(chief)).isOne();
        settling.settle(session, SkillWeighted.standard());
        assertThat(classes(cells.subList(1, 2))).containsExactly("MYB");
        assertThat(archive.decisions().of(cells.get(1)).getLast()).satisfies(decided -> {
            assertThat(decided.rule()).isEqualTo("adjudicated in chief by Schwarz");
            assertThat(decided.decision().votes()).isEqualTo(Map.of("PMO", 1, "MYB", 1, "MMZ", 1));
        });
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
    }

    private List<String> classes(List<CellId> cells) {
        return archive.cells().find(cells).stream().map(Cell::classCode).toList();
    }

    @Test
    void whoHasReadNothingCannotReadAgain() {
        assertThatThrownBy(() -> new SessionDesign(archive).again("again", "Weiß", OptionalInt.empty(), 1))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("Weiß has read no cell yet");
    }

    private void say(ReadingSession session, String reader, List<CellId> cells, String... codes) {
        for (int i = 0; i < codes.length; i++) {
            archive.sessions().readings(session).add(List.of(Reading.of(cells.get(i), reader, codes[i])));
        }
    }
}
