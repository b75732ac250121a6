package org.medulla.archive;

import java.nio.file.Path;

class HomeArchiveTest extends ArchiveContract {
    @Override
    Place newPlace(Path home) {
        return Place.home(home);
    }
}
