package org.medulla.laboratory.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.archive.session.SessionPlan;
import org.medulla.cytology.consensus.Majority;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.reading.SessionSettling;

class ReleaseDecisionsTest {
    private static final String DECIDED = "tiny-decided";
    private static final String MAJORITY =
            "the class of more than half of a cell's readings, of which there are at least 2";

    @TempDir
    Path folder;

    private Archive origin;
    private Archive home;

    @BeforeEach
    void openTwoHomes() {
        origin = TinyHome.open(folder.resolve("origin"));
        home = Archive.open(folder.resolve("home"), InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z")));
    }

    @AfterEach
    void closeThem() {
        origin.close();
        home.close();
    }

    @Test
    void decisionsAreListedUpToTheFreezing() throws IOException {
        settle();
        String before = Files.readString(release(origin, TinyHome.DATASET).resolve("decisions.csv"));
        assertThat(before).isEqualTo("sha256,class,rule,certainty,votes,reason,session,at\n");
        String decided = Files.readString(release(origin, DECIDED).resolve("decisions.csv"));
        assertThat(decided.lines().skip(1).map(line -> line.substring(line.indexOf(',') + 1, line.lastIndexOf(','))))
                .containsExactlyInAnyOrder(
                        "NGS,\"" + MAJORITY + "\",1.0,\"{\"\"NGS\"\":2}\",,double",
                        "-,\"" + MAJORITY + "\",0.5,\"{\"\"MYB\"\":1,\"\"PMO\"\":1}\",,double",
                        "PMO,adjudicated in disputed by dr z,,\"{\"\"MYB\"\":1,\"\"PMO\"\":1}\",large nucleoli,double",
                        "NGB,\"" + MAJORITY + "\",1.0,\"{\"\"NGB\"\":2}\",,double");
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void everyCellHasTheClassThatItHadAtItsOrigin(ReleaseForm form) {
        settle();
        Path release = folder.resolve("release");
        new ReleaseWriter(origin).write(ReleaseRequest.of(DECIDED, release, form, "medulla test"), Progress.silent());
        assertThat(ReleaseCheck.check(release, Progress.silent()).findings()).isEmpty();
        bring(home, release);
        Map<String, String> expected = classes(origin);
        expected.values().removeIf(Decision.NO_CONSENSUS::equals);
        assertThat(expected).hasSize(6).containsValues("NGS", "PMO", "MMZ");
        assertThat(classes(home)).isEqualTo(expected);
        assertThat(decided(home, "EOS_00002.bmp")).containsExactly("NGS by " + MAJORITY + ", in the session double");
        assertThat(decided(home, "BLA_00003.bmp"))
                .containsExactly(
                        "- by " + MAJORITY + ", in the session double",
                        "PMO by adjudicated in disputed by dr z, in the session double");
        assertThat(decided(home, "MON_00001.bmp"))
                .containsExactly(
                        "NGB by " + MAJORITY + ", in the session double",
                        "MMZ by as released: the newest reading, by dr b");
        Decided back = decisions(home, "BLA_00003.bmp").getLast();
        assertThat(back.at())
                .isEqualTo(decisions(origin, "BLA_00003.bmp").getLast().at());
        assertThat(back.decision().votes()).isEqualTo(Map.of("MYB", 1, "PMO", 1));
        assertThat(back.decision().reason()).contains("large nucleoli");
        assertThat(back.session()).isEmpty();
        assertVerified(home);
    }

    @Test
    void everyReadingComesBackAndThoseOfDecidedCellsNeverCount() {
        settle();
        bring(home, release(origin, DECIDED));
        for (Cell cell : cells(home)) {
            List<Annotation> there = origin.annotations()
                    .of(origin.cells().find(cell.digest()).orElseThrow().id());
            assertThat(home.annotations().of(cell.id()))
                    .extracting(Annotation::reader, Annotation::classCode, Annotation::at)
                    .containsExactlyElementsOf(there.stream()
                            .map(one -> tuple(one.reader(), one.classCode(), one.at()))
                            .toList());
        }
        assertThat(home.annotations().of(TinyHome.cell(home, "MON_00001.bmp").id()))
                .allMatch(Annotation::imported);
    }

    @Test
    void bringingItAgainChangesNothing() {
        settle();
        Path release = release(origin, DECIDED);
        bring(home, release);
        String before = state(home);
        bring(home, release);
        assertThat(state(home)).isEqualTo(before);
        assertVerified(home);
    }

    @Test
    void whatWasBroughtAndReleasedAnewChangesNothingAtItsOrigin() throws IOException {
        settle();
        bring(home, release(origin, DECIDED));
        Path anew = release(home, DECIDED);
        assertThat(Files.readString(anew.resolve("decisions.csv")))
                .contains(", in the session double\"")
                .doesNotContain("double, in the session");
        String before = state(origin);
        bring(origin, anew);
        assertThat(state(origin)).isEqualTo(before);
        assertVerified(origin);
        bring(home, anew);
        assertThat(decided(home, "MON_00001.bmp")).hasSize(2);
        assertVerified(home);
    }

    @Test
    void decisionsThatAreNewComeToCellsThatAreHereUnlessAReviewHereIsNewer() {
        bring(home, release(origin, TinyHome.DATASET));
        Cell reviewed = TinyHome.cell(home, "EOS_00002.bmp");
        home.annotations().add(Reading.of(reviewed.id(), "dr local", "MON"));
        settle();
        bring(home, release(origin, DECIDED));
        assertThat(TinyHome.cell(home, "EOS_00002.bmp").classCode()).isEqualTo("MON");
        assertThat(decided(home, "EOS_00002.bmp")).isEmpty();
        assertThat(TinyHome.cell(home, "BLA_00003.bmp").classCode()).isEqualTo("PMO");
        assertThat(TinyHome.cell(home, "MON_00001.bmp").classCode()).isEqualTo("MMZ");
        assertVerified(home);
    }

    @Test
    void aReviewFromElsewhereDoesNotOverruleANewerDecisionHere() {
        bring(home, release(origin, TinyHome.DATASET));
        CellId cell = TinyHome.cell(home, "EOS_00002.bmp").id();
        ReadingSession session = session(home, "local", SessionKind.BLIND, List.of("dr x", "dr y"), List.of(cell));
        home.decisions().add(session, "by hand", List.of(Decision.of(cell, "NGS")));
        TinyHome.goOn(origin, folder.resolve("origin"));
        bring(home, release(origin, TinyHome.LATER));
        assertThat(TinyHome.cell(home, "EOS_00002.bmp").classCode()).isEqualTo("NGS");
        assertVerified(home);
    }

    @Test
    void aReleaseWithoutDecisionsIsStillBroughtIn() throws IOException {
        Path release = release(origin, TinyHome.DATASET);
        Files.delete(release.resolve("decisions.csv"));
        manifestAnew(release);
        bring(home, release);
        assertThat(classes(home)).isEqualTo(classes(origin));
        assertVerified(home);
    }

    @Test
    void aDecisionOnAnotherCellAndOneThatCannotBeReadAreFound() throws IOException {
        settle();
        Path release = release(origin, DECIDED);
        String decisions = Files.readString(release.resolve("decisions.csv"));
        for (String damaged : List.of(
                decisions + "0".repeat(64) + ",BLA,rule,,{},,,2026-02-03T04:05:06Z\n",
                decisions.replace(",0.5,", ",1.5,"),
                decisions.replace("{\"\"NGS\"\":2}", "{\"\"NGS\"\":\"\"two\"\"}"),
                decisions.replace("{\"\"NGS\"\":2}", "two"))) {
            Files.writeString(release.resolve("decisions.csv"), damaged);
            manifestAnew(release);
            assertThat(ReleaseCheck.check(release, Progress.silent()).findings())
                    .filteredOn(finding -> finding.file().equals("decisions.csv"))
                    .extracting(ReleaseFinding::words)
                    .anyMatch(words -> words.startsWith("names the image 0000") || words.startsWith("cannot be read"));
        }
    }

    /**
     * Two readers read four cells: they agree on two, of which one is reviewed later; of the two others one is adjudicated and one
     * stays without consensus, so that it is not frozen.
     */
    private void settle() {
        CellId agreed = TinyHome.cell(origin, "EOS_00002.bmp").id();
        CellId disputed = TinyHome.cell(origin, "BLA_00003.bmp").id();
        CellId reviewed = TinyHome.cell(origin, "MON_00001.bmp").id();
        CellId open = TinyHome.cell(origin, "EOS_00001.bmp").id();
        ReadingSession session = session(
                origin,
                "double",
                SessionKind.BLIND,
                List.of("dr x", "dr y"),
                List.of(agreed, disputed, reviewed, open));
        origin.sessions()
                .readings(session)
                .add(List.of(
                        Reading.of(agreed, "dr x", "NGS"),
                        Reading.of(disputed, "dr x", "PMO"),
                        Reading.of(reviewed, "dr x", "NGB"),
                        Reading.of(open, "dr x", "EOS")));
        origin.sessions()
                .readings(session)
                .add(List.of(
                        Reading.of(agreed, "dr y", "NGS"),
                        Reading.of(disputed, "dr y", "MYB"),
                        Reading.of(reviewed, "dr y", "NGB"),
                        Reading.of(open, "dr y", "BAS")));
        SessionSettling settling = new SessionSettling(origin);
        settling.settle(session, new Majority(2));
        ReadingSession adjudication =
                session(origin, "disputed", SessionKind.ADJUDICATION, List.of("dr z"), List.of(disputed));
        origin.sessions()
                .readings(adjudication)
                .add(List.of(Reading.of(disputed, "dr z", "PMO").because("large nucleoli")));
        settling.adjudicate(adjudication);
        origin.annotations().add(Reading.of(reviewed, "dr b", "MMZ"));
        origin.datasets().freeze(DECIDED, CellQuery.all());
        assertVerified(origin);
    }

    private static ReadingSession session(
            Archive archive, String name, SessionKind kind, List<String> readers, List<CellId> cells) {
        Optional<String> of = kind == SessionKind.ADJUDICATION ? Optional.of("double") : Optional.empty();
        return archive.sessions().create(new SessionPlan(name, kind, readers, of, 1, cells));
    }

    private Path release(Archive archive, String dataset) {
        Path out = folder.resolve((archive == origin ? "of-origin-" : "of-home-") + dataset);
        new ReleaseWriter(archive)
                .write(ReleaseRequest.of(dataset, out, ReleaseForm.FOLDER, "medulla test"), Progress.silent());
        return out;
    }

    private static void bring(Archive archive, Path release) {
        assertThat(new ReleaseImport(archive).run(release, Progress.silent()).cells())
                .isPositive();
    }

    private static List<Cell> cells(Archive archive) {
        return archive.cells().page(CellQuery.all(), 0).cells();
    }

    private static Map<String, String> classes(Archive archive) {
        Map<String, String> classes = new TreeMap<>();
        cells(archive).forEach(cell -> classes.put(cell.digest().hex(), cell.classCode()));
        return classes;
    }

    private static List<Decided> decisions(Archive archive, String fileName) {
        return archive.decisions().of(TinyHome.cell(archive, fileName).id());
    }

    private static Stream<String> decided(Archive archive, String fileName) {
        return decisions(archive, fileName).stream().map(one -> one.decision().codeOrNone() + " by " + one.rule());
    }

    /** All readings and decisions, and the classes that follow from them. */
    private static String state(Archive archive) {
        StringBuilder state = new StringBuilder();
        for (Cell cell : cells(archive)) {
            state.append(cell)
                    .append(archive.annotations().of(cell.id()))
                    .append(archive.decisions().of(cell.id()));
        }
        return state.toString();
    }

    private static void assertVerified(Archive archive) {
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
    }

    private static void manifestAnew(Path release) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : ReleaseFolder.files(release)) {
            if (!file.equals(ReleaseFolder.MANIFEST)) {
                lines.append(Digest.of(release.resolve(file)))
                        .append("  ")
                        .append(file)
                        .append('\n');
            }
        }
        Files.writeString(release.resolve(ReleaseFolder.MANIFEST), lines);
    }
}
