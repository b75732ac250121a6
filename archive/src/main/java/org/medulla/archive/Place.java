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
 * @param blobs the S3 bucket with the bytes, {@code s3://bucket/prefix}; a place in it is for one archive only
 * @param environment the variables that say the rest: PGPASSWORD, AWS_ENDPOINT_URL_S3, AWS_REGION, AWS_ACCESS_KEY_ID and so on
 */
public record Place(Path home, Optional<String> archive, Optional<String> blobs, Map<String, String> environment) {
    public Place {
        home = home.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** An archive that is in a home altogether. */
    public static Place home(Path home) {
        return new Place(home, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Whether nobody has made an archive there yet, so that looking into it would make an empty one. */
    public boolean isUnmade() {
        return archive.isEmpty() && !Database.isIn(home);
    }

    /** The place in words, without the values of variables, which may be secrets. */
    @Override
    public String toString() {
        return archive.map(address -> address.replaceFirst("//[^@/]*@", "//")).orElseGet(home::toString)
                + blobs.map(address -> " and " + address).orElse("");
    }

    Database openDatabase() {
        return archive.map(address -> Database.open(address, environment)).orElseGet(() -> Database.open(home));
    }

    Blobs openBlobs() {
        return blobs.map(address -> Blobs.at(address, home.resolve("cache"), environment))
                .orElseGet(() -> Blobs.in(home.resolve("blobs")));
    }
}
