package org.medulla.laboratory.release;

import java.util.SortedMap;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.Progress;

/** Writes the images of a release in one of its forms. */
interface ReleaseImages {
    /**
     * Writes what is not finished yet.
     *
     * @param finished the digests of an earlier run that came to its end, or nothing
     * @param stage advanced by one for each cell
     * @return the digests of the files by their paths
     */
    SortedMap<String, Digest> write(ReleaseManifest finished, Progress.Stage stage);

    /** How many files were written, not counting those that an earlier run had finished. */
    long written();
}
