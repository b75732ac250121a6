package org.medulla.laboratory.release;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.archive.Archive;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;

/**
 * What changed between two dataset versions.
 *
 * @param since the version before
 * @param changes the changes, sorted by the SHA-256 of the image
 */
record ReleaseChanges(DatasetVersion since, List<Change> changes) {
    ReleaseChanges {
        changes = List.copyOf(changes);
    }

    /** Compares a version with the one of that name. */
    static ReleaseChanges between(Archive archive, String since, DatasetVersion version, List<FrozenCell> cells) {
        DatasetVersion before = archive.datasets().get(since);
        SortedMap<String, Change> changes = new TreeMap<>();
        for (FrozenCell old : archive.datasets().cells(before)) {
            changes.put(old.digest().hex(), new Change(old.digest().hex(), old.fileName(), old.classCode(), ""));
        }
        for (FrozenCell now : cells) {
            String digest = now.digest().hex();
            Change old = changes.get(digest);
            changes.put(digest, new Change(digest, now.fileName(), old == null ? "" : old.before(), now.classCode()));
        }
        return new ReleaseChanges(
                before,
                changes.values().stream()
                        .filter(change -> !change.before().equals(change.now()))
                        .toList());
    }

    /** Cells that were not in the version before. */
    long added() {
        return count("added");
    }

    /** Cells that are no longer there. */
    long removed() {
        return count("removed");
    }

    /** Cells that have another class now. */
    long relabelled() {
        return count("relabelled");
    }

    /** Writes them as CSV. */
    void writeTo(OutputStream out) throws IOException {
        CsvFiles.write(out, List.of("change", "sha256", "file_name", "class_before", "class"), printer -> {
            for (Change change : changes) {
                printer.printRecord(change.word(), change.sha256(), change.fileName(), change.before(), change.now());
            }
        });
    }

    private long count(String word) {
        return changes.stream().filter(change -> change.word().equals(word)).count();
    }

    /**
     * One cell that is new, gone or of another class.
     *
     * @param sha256 its image
     * @param fileName its file name at the source
     * @param before its class in the version before; blank where it was not in it
     * @param now its class now; blank where it is gone
     */
    record Change(String sha256, String fileName, String before, String now) {
        /** What happened in a word. */
        String word() {
            if (before.isEmpty()) {
                return "added";
            }
            return now.isEmpty() ? "removed" : "relabelled";
        }
    }
}
