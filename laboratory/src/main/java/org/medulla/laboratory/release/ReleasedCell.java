package org.medulla.laboratory.release;

import java.util.OptionalInt;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.dataset.FrozenCell;

/**
 * A cell as it stands in a release.
 *
 * @param frozen the cell in the dataset version
 * @param cell the cell in the archive
 * @param path where its image is: the file's path from the folder of the release, or its name in the shards
 * @param fold its fold in the split in use
 */
record ReleasedCell(FrozenCell frozen, Cell cell, String path, OptionalInt fold) {
    /** The SHA-256 of its image. */
    String sha256() {
        return frozen.digest().hex();
    }

    /** What else is known of it. */
    CellDetails details() {
        return cell.details();
    }

    /** The last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name without its ending: what WebDataset calls the key. */
    String key() {
        return name().substring(0, name().indexOf('.'));
    }
}
