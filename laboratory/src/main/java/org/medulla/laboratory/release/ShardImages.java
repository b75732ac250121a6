package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.Progress;

/** The images in a few large files. A file that is there is finished and is not written again, unless it was changed since. */
final class ShardImages implements ReleaseImages {
    private final List<ReleasePart> parts;
    private final ReleaseFolder folder;
    private final Format format;
    private long written;

    ShardImages(List<ReleasePart> parts, ReleaseFolder folder, Format format) {
        this.parts = parts;
        this.folder = folder;
        this.format = format;
    }

    @Override
    public SortedMap<String, Digest> write(ReleaseManifest finished, Progress.Stage stage) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (ReleasePart part : parts) {
            String file = part.file();
            if (folder.holds(file)) {
                Digest digest = folder.digestOf(file);
                if (finished.of(file).orElse(digest).equals(digest)) {
                    digests.put(file, digest);
                    stage.advance(part.cells().size());
                    continue;
                }
            }
            digests.put(file, folder.write(file, out -> format.write(part, out, stage)));
            written++;
        }
        return digests;
    }

    @Override
    public long written() {
        return written;
    }

    /** How the cells of one file are written. */
    @FunctionalInterface
    interface Format {
        /**
         * Writes them.
         *
         * @param stage advanced by one for each cell
         */
        void write(ReleasePart part, OutputStream out, Progress.Stage stage) throws IOException;
    }
}
