package org.medulla.laboratory.release;

import java.nio.file.Path;
import java.util.List;
import org.medulla.archive.digest.Digest;

/**
 * What a release came to.
 *
 * @param folder where it is
 * @param dataset the dataset version
 * @param form how the images lie
 * @param cells how many cells it holds
 * @param files how many files, without the manifest
 * @param bytes how many bytes they have together
 * @param written how many image files or shards were written now; the others were finished before
 * @param manifest the SHA-256 of the manifest, which stands for the whole
 * @param unlicensed sources whose licence is unknown
 * @param changes what changed since the version before, in words; blank where none was named
 */
public record ReleaseSummary(
        Path folder,
        String dataset,
        ReleaseForm form,
        long cells,
        long files,
        long bytes,
        long written,
        Digest manifest,
        List<String> unlicensed,
        String changes) {
    public ReleaseSummary {
        unlicensed = List.copyOf(unlicensed);
    }
}
