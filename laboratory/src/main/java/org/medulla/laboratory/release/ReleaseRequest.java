package org.medulla.laboratory.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to release, where to and how.
 *
 * @param dataset the name of a dataset version
 * @param out the folder to write, made when it is not there
 * @param form how the images lie
 * @param since the dataset version before, of which the differences are listed
 * @param date the date that the release bears; that on which the version was frozen where none is given
 * @param licences the licences of the images
 * @param creator who answers for the collection
 * @param url where it is published
 * @param shardBytes how many bytes a shard or Parquet file holds before the next is begun
 * @param program the program that writes it, with its version
 */
public record ReleaseRequest(
        String dataset,
        Path out,
        ReleaseForm form,
        Optional<String> since,
        Optional<LocalDate> date,
        Licences licences,
        Optional<String> creator,
        Optional<String> url,
        long shardBytes,
        String program) {
    /** A shard of 1 GB. */
    public static final long USUAL_SHARD = 1_000_000_000;

    public ReleaseRequest {
        if (shardBytes < 1) {
            throw new IllegalArgumentException("A shard holds at least a byte");
        }
        out = out.toAbsolutePath().normalize();
    }

    /** The usual release of a dataset version. */
    public static ReleaseRequest of(String dataset, Path out, ReleaseForm form, String program) {
        return new ReleaseRequest(
                dataset,
                out,
                form,
                Optional.empty(),
                Optional.empty(),
                Licences.NONE,
                Optional.empty(),
                Optional.empty(),
                USUAL_SHARD,
                program);
    }
}
