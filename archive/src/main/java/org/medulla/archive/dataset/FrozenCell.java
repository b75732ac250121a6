package org.medulla.archive.dataset;

import java.util.Optional;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.dataset.DatasetItem;

/**
 * A cell as it stands in a dataset version.
 *
 * @param position its place in the manifest, counting from 0
 * @param cell the cell's number in the archive
 * @param digest the SHA-256 of its image
 * @param classCode the class that was current when the version was frozen
 * @param fileName its file name at the source
 * @param source the name of the source
 * @param patient the patient's pseudonym, where known
 * @param smear the smear, where known
 */
public record FrozenCell(
        int position,
        CellId cell,
        Digest digest,
        String classCode,
        String fileName,
        String source,
        Optional<String> patient,
        Optional<String> smear) {

    /** The cell as a split sees it. */
    public DatasetItem item() {
        return new DatasetItem(digest.hex(), classCode, fileName, patient, smear);
    }
}
