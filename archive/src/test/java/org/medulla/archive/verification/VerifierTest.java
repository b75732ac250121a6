package org.medulla.archive.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.digest.RowDigest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.archive.session.SessionPlan;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.dataset.Splitter;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

/** Damages a real home in every way that verification promises to see. */
class VerifierTest {
    @TempDir
    Path folder;

    private Path home;
    private List<LabelledFile> inPlace;

    @BeforeEach
    void fill() {
        home = folder.resolve("home");
        try (Archive archive = Archive.open(home)) {
            Synthetic.importAll(archive, plan(false), files("copied", 12), 5);
            inPlace = files("in place", 3);
            Synthetic.importAll(archive, plan(true), inPlace, 5);
            archive.annotations().add(Reading.of(new CellId(2), "Dr. Weiß", "PMO"));
            ReadingSession session = archive.sessions()
                    .create(new SessionPlan(
                            "double",
                            SessionKind.BLIND,
                            List.of("A", "B"),
                            Optional.empty(),
                            1,
                            List.of(new CellId(5), new CellId(3))));
            archive.sessions().readings(session).add(List.of(Reading.of(new CellId(3), "A", "LYT")));
            archive.decisions()
                    .add(
                            session,
                            "majority",
                            List.of(new Decision(
                                    new CellId(3),
                                    Optional.of("LYT"),
                                    OptionalDouble.of(1),
                                    Map.of("LYT", 1),
                                    Optional.empty())));
            DatasetVersion version = archive.datasets().freeze("first", CellQuery.all());
            archive.splits()
                    .store(
                            version,
                            Splitter.split(
                                    archive.datasets().cells(version).stream()
                                            .map(FrozenCell::item)
                                            .toList(),
                                    new SplitPlan(5, 2026, SplitUnit.CELL)));
            archive.models().add("model", new byte[] {1, 2, 3}, Optional.of(version.digest()), "{}");
        }
    }

    @Test
    void aSessionWithAnotherCellIsFound() throws SQLException {
        change("update session_item set cell_id = 7 where cell_id = 5");
        assertThat(verify().findings()).extracting(Finding::kind).containsExactly(Finding.Kind.CHANGED_SESSION);
    }

    @Test
    void aDecisionThatWasTakenAwayIsFound() throws SQLException {
        change("delete from decision");
        assertThat(verify().findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.DELETED_ROW, Finding.Kind.WRONG_INDEX);
    }

    @Test
    void aHomeThatNobodyTouchedIsClean() {
        VerificationReport report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.blobs()).isEqualTo(12 + 3 + 2);
        assertThat(report.auditEntries()).isGreaterThan(5);
        assertThat(report.rows()).isGreaterThan(60);
    }

    @Test
    void aFlippedBitInABlobIsFound() throws IOException {
        Path blob = blobOf("copied 3");
        byte[] bytes = Files.readAllBytes(blob);
        bytes[2] ^= 0x10;
        Files.write(blob, bytes);

        assertFound(Finding.Kind.DAMAGED_BLOB, digest("copied 3").hex());
    }

    @Test
    void aMissingBlobIsFound() throws IOException {
        Files.delete(blobOf("copied 3"));

        assertFound(Finding.Kind.MISSING_BLOB, digest("copied 3").hex());
    }

    @Test
    void aMissingBlobIsAnErrorThatSaysWhichWhenItIsRead() throws IOException {
        Files.delete(blobOf("copied 3"));

        try (Archive archive = Archive.open(home)) {
            assertThatThrownBy(() -> archive.blobs().get(digest("copied 3")))
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining(digest("copied 3").hex());
        }
    }

    @Test
    void aFileInPlaceThatWasSwappedIsFound() throws IOException {
        Files.writeString(inPlace.getFirst().path(), "another image");

        assertFound(Finding.Kind.CHANGED_FILE, inPlace.getFirst().path().toString());
    }

    @Test
    void aFileInPlaceThatIsGoneIsFound() throws IOException {
        Files.delete(inPlace.getFirst().path());

        assertFound(Finding.Kind.MISSING_FILE, inPlace.getFirst().path().toString());
    }

    @Test
    void anEditedRowIsFound() throws SQLException {
        change("update cell set patient = 'somebody else' where id = 4");

        assertThat(kinds()).contains(Finding.Kind.EDITED_ROW);
        assertThat(verify().findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.EDITED_ROW)
                .extracting(Finding::which)
                .containsExactly("cell 4");
    }

    @Test
    void aRowThatWasEditedTogetherWithItsDigestIsFoundByTheAuditEntry() throws SQLException {
        SortedMap<String, Object> content = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, audit_id, cell_id, import_id, reader, class_code, at from annotation where id = 3")) {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                content.put(row.getMetaData().getColumnName(i), row.getObject(i));
            }
        }
        content.put("reader", "somebody else");
        String digest = HexFormat.of().formatHex(RowDigest.of("annotation", content));

        change("update annotation set reader = 'somebody else', row_digest = x'" + digest + "' where id = 3");

        assertThat(kinds()).containsExactly(Finding.Kind.BROKEN_AUDIT);
    }

    @Test
    void aDeletedRowIsFoundAndNamed() throws SQLException {
        change("delete from annotation where cell_id = 5");

        assertThat(verify().findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.DELETED_ROW)
                .extracting(Finding::which)
                .containsExactly("annotation 5");
    }

    @Test
    void aRowThatMedullaDidNotWriteIsFound() throws SQLException {
        change(
                "insert into annotation (id, cell_id, import_id, reader, class_code, reason, at, audit_id, row_digest)"
                        + " select 99, cell_id, import_id, reader, 'EBO', reason, at, audit_id, row_digest from annotation where id = 1");

        assertThat(verify().findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.ADDED_ROW)
                .extracting(Finding::which)
                .containsExactly("annotation 99");
    }

    @Test
    void anAuditEntryThatWasChangedOrRemovedIsFound() throws SQLException {
        change("update audit set at = '2020-01-01T00:00:00Z' where id = 2", "delete from audit where id = 4");

        assertThat(verify().findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.BROKEN_AUDIT)
                .extracting(Finding::which)
                .containsExactly("audit 2", "audit 5");
    }

    @Test
    void aFoldOrAFrozenClassThatWasChangedIsFound() throws SQLException {
        change(
                "update split_item set fold = (fold + 1) % 5 where position = 0",
                "update dataset_item set class_code = 'XXX' where position = 1");

        assertThat(kinds()).containsOnly(Finding.Kind.CHANGED_DATASET);
        assertThat(verify().findings()).hasSize(2);
    }

    @Test
    void aFoldThatCannotBeIsFoundToo() throws SQLException {
        change("update split_item set fold = 99 where position = 0");

        assertThat(kinds()).containsExactly(Finding.Kind.CHANGED_DATASET);
    }

    @Test
    void anIndexThatDoesNotFollowFromTheFactsIsFound() throws SQLException {
        change("update cell_index set class_code = 'XXX' where cell_id = 7");

        assertThat(kinds()).containsOnly(Finding.Kind.WRONG_INDEX);
    }

    @Test
    void aCancelledVerificationStops() {
        Progress stopped = (name, total) -> new Progress.Stage() {
            @Override
            public void advance(long steps) {
                if (name.equals("Checking blobs")) {
                    throw new CancelledException(name);
                }
            }

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };
        try (Archive archive = Archive.open(home)) {
            assertThatThrownBy(() -> archive.verify(stopped)).isInstanceOf(CancelledException.class);
        }
    }

    private void assertFound(Finding.Kind kind, String which) {
        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.which()).isEqualTo(which);
        });
    }

    private List<Finding.Kind> kinds() {
        return verify().findings().stream().map(Finding::kind).toList();
    }

    private VerificationReport verify() {
        try (Archive archive = Archive.open(home)) {
            return archive.verify(Progress.silent());
        }
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("medulla.sqlite"));
    }

    private Path blobOf(String content) {
        String hex = digest(content).hex();
        return home.resolve("blobs").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    private static Digest digest(String content) {
        return Digest.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private ImportPlan plan(boolean stays) {
        return new ImportPlan(stays ? "ours" : "published", folder, "published", stays);
    }

    private List<LabelledFile> files(String content, int count) {
        List<LabelledFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Synthetic.file(folder.resolve(content), "BLA", "BLA_" + i + ".jpg", content + " " + i));
        }
        return files;
    }
}
