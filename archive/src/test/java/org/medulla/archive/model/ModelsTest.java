package org.medulla.archive.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

class ModelsTest {
    @TempDir
    Path home;

    private Archive archive;

    @BeforeEach
    void open() {
        archive = Archive.open(home);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void aModelIsKeptWithItsFile() {
        Digest dataset = Digest.of(new byte[] {9});

        ModelVersion model = archive.models().add("first", new byte[] {1, 2, 3}, Optional.of(dataset), "{}");

        assertThat(archive.models().find("first")).contains(model);
        assertThat(archive.models().bytes(model)).containsExactly(1, 2, 3);
        assertThat(archive.models().path(model)).exists();
        assertThat(model.dataset()).contains(dataset);
    }

    @Test
    void theNewestModelIsTheLastThatCame() {
        assertThat(archive.models().newest()).isEmpty();

        archive.models().add("first", new byte[] {1}, Optional.empty(), "{}");
        ModelVersion second = archive.models().add("second", new byte[] {2}, Optional.empty(), "{}");

        assertThat(archive.models().newest()).contains(second);
    }

    @Test
    void anotherModelUnderATakenNameIsRefused() {
        ModelVersion first = archive.models().add("first", new byte[] {1}, Optional.empty(), "{}");

        assertThat(archive.models().add("first", new byte[] {1}, Optional.empty(), "{}"))
                .isEqualTo(first);
        assertThatThrownBy(() -> archive.models().add("first", new byte[] {2}, Optional.empty(), "{}"))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("choose another name");
    }
}
