package org.medulla.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;

/**
 * Where an archive is.
 *
 * @param home the folder for what stays on this machine: locks, training runs and, where no server is named, facts and bytes too
 * @param archive the PostgreSQL database with the facts, {@code postgresql://user@host:port/database}
 * @param environment the variables that say the rest, such as PGPASSWORD
 */
public record Place(Path home, Optional<String> archive, Map<String, String> environment) {
    public Place {
        home = home.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** An archive that is in a home altogether. */
    public static Place home(Path home) {
        return new Place(home, Optional.empty(), Map.of());
    }

    Database openDatabase() {
        return archive.map(address -> Database.open(address, environment)).orElseGet(() -> Database.open(home));
    }

    Blobs openBlobs() {
        return new Blobs(home.resolve("blobs"));
    }
}
