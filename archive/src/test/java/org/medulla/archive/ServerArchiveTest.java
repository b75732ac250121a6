package org.medulla.archive;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.medulla.archive.server.TestPostgres;
import org.medulla.archive.server.TestS3;

/** PostgreSQL and S3. */
class ServerArchiveTest extends ArchiveContract {
    private Optional<TestS3> s3 = Optional.empty();

    @Override
    Place newPlace(Path home) {
        TestS3 started = new TestS3(home.resolveSibling("s3"));
        s3 = Optional.of(started);
        return new Place(
                home, Optional.of(TestPostgres.newDatabase()), Optional.of("s3://cells/marrow"), started.environment());
    }

    @AfterEach
    void stop() {
        s3.ifPresent(TestS3::close);
    }
}
