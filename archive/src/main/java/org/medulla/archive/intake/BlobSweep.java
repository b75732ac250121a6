package org.medulla.archive.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;

/** Deletes blobs that no row names: what a killed import wrote but did not come to store. */
final class BlobSweep {
    private static final String NAMED = Sql.of(BlobSweep.class, "named-blobs");

    private BlobSweep() {}

    /**
     * Sweeps inside a write transaction: models and manifests are written and named within one, images while the import holds
     * the home, so no blob is about to be named meanwhile. What others may have put there stays.
     */
    static void sweep(Database database, Blobs blobs) {
        if (blobs.isShared()) {
            return;
        }
        database.write(handle -> {
            Set<String> named =
                    new HashSet<>(handle.createQuery(NAMED).mapTo(String.class).list());
            List<Digest> orphans = new ArrayList<>();
            blobs.forEach((digest, length) -> {
                if (!named.contains(digest.hex())) {
                    orphans.add(digest);
                }
            });
            orphans.forEach(blobs::delete);
            blobs.clearIncoming();
            return orphans.size();
        });
    }
}
