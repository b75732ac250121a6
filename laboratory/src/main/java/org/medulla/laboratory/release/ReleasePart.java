package org.medulla.laboratory.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.medulla.archive.Archive;

/**
 * A shard or Parquet file of a release and the cells in it.
 *
 * @param file its name
 * @param cells its cells in their order
 */
record ReleasePart(String file, List<ReleasedCell> cells) {
    ReleasePart {
        cells = List.copyOf(cells);
    }

    /** Deals the cells out to files in the order of their digests, which is as good as random; none for the folder form. */
    static List<ReleasePart> of(Archive archive, ReleaseContent content) {
        ReleaseForm form = content.request().form();
        if (form == ReleaseForm.FOLDER) {
            return List.of();
        }
        List<List<ReleasedCell>> groups = new ArrayList<>();
        long room = 0;
        for (ReleasedCell cell : content.cells()) {
            long bytes = archive.images().length(cell.cell());
            if (groups.isEmpty() || bytes > room) {
                groups.add(new ArrayList<>());
                room = content.request().shardBytes();
            }
            groups.getLast().add(cell);
            room -= bytes;
        }
        List<ReleasePart> parts = new ArrayList<>();
        for (int number = 0; number < groups.size(); number++) {
            String name = form == ReleaseForm.TAR
                    ? String.format(Locale.ROOT, "medulla-%06d.tar", number)
                    : String.format(Locale.ROOT, "medulla-%05d-of-%05d.parquet", number, groups.size());
            parts.add(new ReleasePart(name, groups.get(number)));
        }
        return parts;
    }
}
