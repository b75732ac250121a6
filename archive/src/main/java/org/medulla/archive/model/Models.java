package org.medulla.archive.model;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.audit.Row;
import org.medulla.archive.blob.Blobs;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;

/** The models of an archive. */
public final class Models {
    private static final String BY_NAME = Sql.of(Models.class, "by-name");
    private static final String LIST = Sql.of(Models.class, "list");

    private final Database database;
    private final Blobs blobs;
    private final InstantSource clock;

    /** Reads and writes the models of a database. */
    public Models(Database database, Blobs blobs, InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * Keeps a model. Keeping the same file under the same name again changes nothing.
     *
     * @param name its name
     * @param file the bytes of its file
     * @param dataset the digest of the dataset version that it was trained on, where known
     * @param card a summary of its card as JSON
     * @throws MedullaException USER when the name is taken by another model
     */
    public ModelVersion add(String name, byte[] file, Optional<Digest> dataset, String card) {
        Digest digest = Digest.of(file);
        return database.write(handle -> {
            Optional<ModelVersion> before = find(handle, name);
            if (before.isPresent()) {
                return sameAs(before.get(), digest);
            }
            blobs.put(digest, file);
            Instant now = clock.instant();
            Facts facts = new Facts(handle, now);
            facts.add(
                    FactTable.MODEL,
                    new Row()
                            .text("name", name)
                            .text("digest", digest.hex())
                            .integer("bytes", file.length)
                            .text("dataset_digest", dataset.map(Digest::hex))
                            .text("card", card)
                            .text("created", facts.now()));
            facts.commit("model", name);
            return new ModelVersion(name, digest, file.length, dataset, card, now);
        });
    }

    /** The model with that name. */
    public Optional<ModelVersion> find(String name) {
        return database.read(handle -> find(handle, name));
    }

    /** The model that came last; none in an archive without models. */
    public Optional<ModelVersion> newest() {
        List<ModelVersion> all = list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** All models, the oldest first. */
    public List<ModelVersion> list() {
        return database.read(handle ->
                handle.createQuery(LIST).map((row, context) -> model(row)).list());
    }

    /**
     * The bytes of a model's file.
     *
     * @throws MedullaException DATA when the file is missing
     */
    public byte[] bytes(ModelVersion model) {
        return blobs.get(model.digest());
    }

    /** Where a model's file is kept; it is read only. */
    public Path path(ModelVersion model) {
        return blobs.path(model.digest());
    }

    private static ModelVersion sameAs(ModelVersion before, Digest digest) {
        if (!before.digest().equals(digest)) {
            throw MedullaException.user("There is another model \"" + before.name() + "\" of " + before.created()
                    + ": choose another name.");
        }
        return before;
    }

    private static Optional<ModelVersion> find(Handle handle, String name) {
        return handle.createQuery(BY_NAME)
                .bind("name", name)
                .map((row, context) -> model(row))
                .findOne();
    }

    private static ModelVersion model(ResultSet row) throws SQLException {
        return new ModelVersion(
                row.getString("name"),
                new Digest(row.getString("digest")),
                row.getLong("bytes"),
                Optional.ofNullable(row.getString("dataset_digest")).map(Digest::new),
                row.getString("card"),
                Instant.parse(row.getString("created")));
    }
}
