package org.medulla.laboratory.release;

import java.util.List;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.nomenclature.RecordedChange;

/**
 * What came of the import of a release.
 *
 * @param dataset the dataset version's name
 * @param digest its digest, the same as where it was frozen
 * @param cells how many cells it has
 * @param newCells how many of them were not in the archive before
 * @param annotations how many readings the release tells of
 * @param splits how many splits it has
 * @param brought the changes of the nomenclature that came along, since they were not made here yet
 */
public record ReleaseImportReport(
        String dataset,
        Digest digest,
        long cells,
        long newCells,
        long annotations,
        int splits,
        List<RecordedChange> brought) {
    public ReleaseImportReport {
        brought = List.copyOf(brought);
    }
}
