package org.medulla.archive.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.layout.LabelledFile;

/**
 * The files that need not be read again, each remembered by 128 bits of the digest of its path, stamp and class: 171,374 files
 * take some 20 MB.
 *
 * <p>Blobs are not forced to the disk one by one, so after a loss of power one that a row names may be missing or short. When an
 * import is resumed the length of each of its blobs is compared, and the digest of the last {@value #REHASHED}; a file whose
 * blob does not agree is not known, and storing it again mends the blob.
 */
final class KnownFiles {
    private static final int REHASHED = 4096;
    private static final String FILES = Sql.of(KnownFiles.class, "known-files");
    private static final String SET_ASIDE = Sql.of(KnownFiles.class, "known-set-aside");

    private final Set<Key> fromEarlier = new HashSet<>();
    private final Set<Key> fromThis = new HashSet<>();
    private final AtomicLong earlier = new AtomicLong();

    private KnownFiles() {}

    static KnownFiles load(Database database, Blobs blobs, ImportPlan plan, ImportRun run) {
        KnownFiles known = new KnownFiles();
        BlobCheck check = new BlobCheck(blobs, REHASHED);
        database.read(handle -> {
            handle.createQuery(FILES)
                    .bind("source", plan.source())
                    .map((row, context) -> {
                        boolean ofThis = row.getLong("import_id") == run.id();
                        Key key = Key.of(
                                row.getString("path"),
                                new FileStamp(row.getLong("bytes"), row.getLong("modified")),
                                row.getString("class_code"));
                        if (holds(row, plan, ofThis, check)) {
                            (ofThis ? known.fromThis : known.fromEarlier).add(key);
                        }
                        return key;
                    })
                    .forEach(key -> {});
            handle.createQuery(SET_ASIDE)
                    .bind("import_id", run.id())
                    .map((row, context) -> Key.of(
                            row.getString("path"), new FileStamp(row.getLong("bytes"), row.getLong("modified")), ""))
                    .forEach(known.fromThis::add);
            return known;
        });
        return known;
    }

    private static boolean holds(ResultSet row, ImportPlan plan, boolean ofThis, BlobCheck check) throws SQLException {
        if (row.getString("external_path") != null) {
            return plan.inPlace() || check.isThere(new Digest(row.getString("sha256")), row.getLong("bytes"));
        }
        return !ofThis || check.agrees(new Digest(row.getString("sha256")), row.getLong("bytes"));
    }

    boolean contains(LabelledFile file, FileStamp stamp) {
        String path = file.path().toString();
        if (fromThis.contains(Key.of(path, stamp, file.classCode())) || fromThis.contains(Key.of(path, stamp, ""))) {
            return true;
        }
        if (fromEarlier.contains(Key.of(path, stamp, file.classCode()))) {
            earlier.incrementAndGet();
            return true;
        }
        return false;
    }

    /** How many files were known from earlier imports. */
    long earlier() {
        return earlier.get();
    }

    /** A file as it was when it was read. */
    private record Key(long high, long low) {
        static Key of(String path, FileStamp stamp, String classCode) {
            MessageDigest sha256 = Digest.sha256();
            sha256.update(path.getBytes(StandardCharsets.UTF_8));
            sha256.update(
                    ("\n" + stamp.bytes() + " " + stamp.modified() + " " + classCode).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(sha256.digest());
            return new Key(bits.getLong(), bits.getLong());
        }
    }
}
