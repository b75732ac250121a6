package org.medulla.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.medulla.archive.server.TestPostgres;

class ServerArchiveTest extends ArchiveContract {
    @Override
    Place newPlace(Path home) {
        return new Place(home, Optional.of(TestPostgres.newDatabase()), Map.of());
    }
}
