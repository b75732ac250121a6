package org.medulla.archive.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.database.Portions;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.layout.LabelledFile;

/** What is known during a batch of a cell that is filed already, by its image's digest. */
final class FiledCell {
    private static final String CELLS = Sql.of(FiledCell.class, "filed-cells");
    private static final String READINGS = Sql.of(FiledCell.class, "filed-readings");
    private static final String FILES = Sql.of(FiledCell.class, "filed-files");

    private final long id;
    private final Set<Reading> readings = new HashSet<>();
    private final Set<Copy> copies = new HashSet<>();
    private Optional<String> firstClass = Optional.empty();

    FiledCell(long id) {
        this.id = id;
    }

    /** The cells of a batch that are filed already. */
    static Map<Digest, FiledCell> find(Handle handle, List<Incoming> incoming) {
        List<String> digests = incoming.stream()
                .<String>mapMulti((one, sink) -> {
                    if (one instanceof Incoming.Image image) {
                        sink.accept(image.facts().digest().hex());
                    }
                })
                .toList();
        Map<Digest, FiledCell> byDigest = new HashMap<>();
        Map<Long, FiledCell> byId = new HashMap<>();
        Portions.each(
                digests,
                some -> handle.createQuery(CELLS)
                        .bindList("digests", some)
                        .map((row, context) -> {
                            FiledCell cell = new FiledCell(row.getLong("cell_id"));
                            byId.put(cell.id, cell);
                            byDigest.put(new Digest(row.getString("sha256")), cell);
                            return cell;
                        })
                        .forEach(cell -> {}));
        Portions.each(byId.keySet(), some -> {
            handle.createQuery(READINGS)
                    .bindList("cells", some)
                    .map((row, context) -> Objects.requireNonNull(byId.get(row.getLong("cell_id")))
                            .addReading(row.getString("reader"), row.getString("class_code")))
                    .forEach(added -> {});
            handle.createQuery(FILES)
                    .bindList("cells", some)
                    .map((row, context) -> Objects.requireNonNull(byId.get(row.getLong("cell_id")))
                            .copies
                            .add(new Copy(
                                    row.getString("source"),
                                    row.getString("class_code"),
                                    row.getString("path"),
                                    new FileStamp(row.getLong("bytes"), row.getLong("modified")))))
                    .forEach(added -> {});
        });
        return byDigest;
    }

    long id() {
        return id;
    }

    /** The class that the cell came with first. */
    Optional<String> firstClass() {
        return firstClass;
    }

    boolean isNewClass(String classCode) {
        return readings.stream().noneMatch(reading -> reading.classCode().equals(classCode));
    }

    /** Notes a reader's class; false when it was noted before. */
    boolean addReading(String reader, String classCode) {
        if (firstClass.isEmpty()) {
            firstClass = Optional.of(classCode);
        }
        return readings.add(new Reading(reader, classCode));
    }

    /** Notes a file with these bytes; false when it was noted before. */
    boolean addFile(String source, LabelledFile file, FileStamp stamp) {
        return copies.add(new Copy(source, file.classCode(), file.path().toString(), stamp));
    }

    private record Reading(String reader, String classCode) {}

    private record Copy(String source, String classCode, String path, FileStamp stamp) {}
}
