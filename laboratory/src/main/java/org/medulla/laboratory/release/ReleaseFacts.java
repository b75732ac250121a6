package org.medulla.laboratory.release;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.nomenclature.ChangeJson;
import org.medulla.archive.nomenclature.RecordedChange;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What {@code release.json} says, as far as a reader needs it.
 *
 * @param form how the images lie
 * @param version the dataset version
 * @param splits its splits, the oldest first
 * @param parts the shards or Parquet files, in their order
 * @param nomenclature the name of the nomenclature that the dataset version was frozen with
 * @param growth how that grew from the standard one, the oldest change first
 */
record ReleaseFacts(
        ReleaseForm form,
        DatasetVersion version,
        List<SplitFacts> splits,
        List<String> parts,
        String nomenclature,
        List<RecordedChange> growth) {
    /** The number of the usual form of release; a reader refuses one that it does not know. */
    static final int FORMAT = 1;
    /** The number of a release whose nomenclature grew: a reader that knows no such thing would misread its classes. */
    static final int GROWN_FORMAT = 2;

    ReleaseFacts {
        splits = List.copyOf(splits);
        parts = List.copyOf(parts);
        growth = List.copyOf(growth);
    }

    /**
     * Reads the facts of a release.
     *
     * @throws MedullaException DATA when they cannot be read, USER when a newer Medulla wrote them
     */
    static ReleaseFacts read(Path folder) {
        Path file = folder.resolve(ReleaseFolder.FACTS);
        JsonNode facts = Json.read(file);
        if (facts.path("format").asInt(0) > GROWN_FORMAT) {
            throw MedullaException.user(
                    "A newer Medulla wrote the release in " + folder + ": use that one to read it.");
        }
        try {
            List<SplitFacts> splits = new ArrayList<>();
            for (JsonNode split : facts.required("splits")) {
                splits.add(new SplitFacts(
                        split.required("file").asString(),
                        new SplitPlan(
                                split.required("folds").asInt(),
                                split.required("seed").asLong(),
                                SplitUnit.of(split.required("unit").asString())),
                        new Digest(split.required("digest").asString()),
                        Instant.parse(split.required("created").asString())));
            }
            List<String> parts = new ArrayList<>();
            facts.required("parts")
                    .forEach(part -> parts.add(part.required("file").asString()));
            JsonNode dataset = facts.required("dataset");
            return new ReleaseFacts(
                    ReleaseForm.ofWord(facts.required("form").asString()).orElseThrow(IllegalArgumentException::new),
                    new DatasetVersion(
                            dataset.required("name").asString(),
                            new Digest(dataset.required("digest").asString()),
                            dataset.required("query").asString(),
                            dataset.required("cells").asLong(),
                            dataset.required("contradictions").asLong(),
                            Instant.parse(dataset.required("created").asString())),
                    splits,
                    parts,
                    facts.path("nomenclature").asString(Nomenclature.standard().version()),
                    ChangeJson.read(facts.path("nomenclature_changes")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw MedullaException.data(
                    "The file " + file + " does not say what a release must: take the release from its origin again.");
        }
    }

    /** The same facts, but for these files only. */
    ReleaseFacts withParts(List<String> some) {
        return new ReleaseFacts(form, version, splits, some, nomenclature, growth);
    }

    /**
     * A split in a release.
     *
     * @param file its file, whose SHA-256 is the digest
     * @param plan how it was dealt
     * @param digest its digest
     * @param created when it was made
     */
    record SplitFacts(String file, SplitPlan plan, Digest digest, Instant created) {}
}
