package org.medulla.laboratory.release;

import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.Progress;

/** Each image as a file of its own. */
final class FolderImages implements ReleaseImages {
    private final ReleaseBytes bytes;
    private final ReleaseContent content;
    private final ReleaseFolder folder;
    private long written;

    FolderImages(ReleaseBytes bytes, ReleaseContent content, ReleaseFolder folder) {
        this.bytes = bytes;
        this.content = content;
        this.folder = folder;
    }

    @Override
    public SortedMap<String, Digest> write(ReleaseManifest finished, Progress.Stage stage) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (ReleasedCell cell : content.cells()) {
            if (!folder.holds(cell.path(), bytes.length(cell), cell.frozen().digest())) {
                byte[] image = bytes.of(cell);
                folder.write(cell.path(), out -> out.write(image));
                written++;
            }
            digests.put(cell.path(), cell.frozen().digest());
            stage.advance(1);
        }
        return digests;
    }

    @Override
    public long written() {
        return written;
    }
}
