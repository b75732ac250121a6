package org.medulla.archive.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.Synthetic;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;

class HomeTest {
    @TempDir
    Path home;

    @Test
    void aHomeIsMadeWhenItIsNotThereAndOpensAgain() {
        Path deep = home.resolve("a").resolve("b");
        try (Archive archive = Archive.open(deep)) {
            archive.models().add("kept", new byte[] {1}, Optional.empty(), "{}");
        }
        try (Archive archive = Archive.open(deep)) {
            assertThat(archive.models().find("kept")).isPresent();
        }
    }

    @Test
    void aHomeThatANewerMedullaWroteIsRefused() throws SQLException {
        Archive.open(home).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("medulla.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into schema_version values (99, 'V099-future')");
        }

        assertThatThrownBy(() -> Archive.open(home))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER))
                .hasMessageContaining("newer Medulla");
    }

    @Test
    void aFileThatIsNoDatabaseIsAnErrorOfTheData() throws IOException {
        Files.writeString(home.resolve("medulla.sqlite"), "these are not the bytes of a database, but some text");

        assertThatThrownBy(() -> Archive.open(home))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA));
    }

    @Test
    void aHomeThatCannotBeMadeIsAnErrorOfTheMachine() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "in the way");

        assertThatThrownBy(() -> Archive.open(file.resolve("home")))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCES));
    }

    @Test
    void twoArchivesOnTheSameHomeSeeEachOthersWork() {
        try (Archive one = Archive.open(home);
                Archive other = Archive.open(home)) {
            Synthetic.importAll(
                    one,
                    new ImportPlan("published", home, "published", false),
                    List.of(Synthetic.file(home.resolve("files"), "BLA", "BLA_1.jpg", "one")),
                    5);
            assertThat(other.cells().count(CellQuery.all())).isEqualTo(1);

            other.models().add("model", new byte[] {1}, Optional.empty(), "{}");
            assertThat(one.models().newest()).isPresent();
            assertThat(one.verify(Progress.silent()).findings()).isEmpty();
        }
    }

    @Test
    void theAuditLogHangsTogether() {
        try (Archive archive = Archive.open(home)) {
            assertThat(archive.audit().last()).isEmpty();
            archive.models().add("one", new byte[] {1}, Optional.empty(), "{}");
            archive.models().add("two", new byte[] {2}, Optional.empty(), "{}");

            var entries = archive.audit().after(0, 10);

            assertThat(entries).hasSize(2);
            assertThat(entries.get(1).previous()).isEqualTo(entries.get(0).digest());
            assertThat(archive.audit().last()).contains(entries.get(1));
        }
    }
}
