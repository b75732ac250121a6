package org.medulla.laboratory.release;

import java.util.List;
import java.util.Map;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.StoredSplit;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.nomenclature.ChangeJson;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code release.json}: the facts of a release, from which everything else in it follows. */
final class ReleaseFactsJson {
    private ReleaseFactsJson() {}

    /**
     * The text of the file.
     *
     * @param parts the shards or Parquet files, in their order
     * @param tables the digests of the tables that are written before the images
     */
    static String text(ReleaseContent content, List<ReleasePart> parts, Map<String, Digest> tables) {
        ReleaseRequest request = content.request();
        DatasetVersion version = content.version();
        ObjectNode facts = Json.object();
        facts.put("format", content.growth().isEmpty() ? ReleaseFacts.FORMAT : ReleaseFacts.GROWN_FORMAT);
        facts.put("program", request.program());
        facts.put("form", request.form().word());
        facts.put("date", content.date().toString());
        request.creator().ifPresent(creator -> facts.put("creator", creator));
        request.url().ifPresent(url -> facts.put("url", url));
        ObjectNode dataset = facts.putObject("dataset");
        dataset.put("name", version.name());
        dataset.put("digest", version.digest().hex());
        dataset.put("query", version.query());
        dataset.put("cells", version.cells());
        dataset.put("contradictions", version.contradictions());
        dataset.put("created", version.created().toString());
        facts.put("nomenclature", content.nomenclature().version());
        if (!content.growth().isEmpty()) {
            facts.set("nomenclature_changes", ChangeJson.write(content.growth()));
        }
        ObjectNode classes = facts.putObject("classes");
        content.cellsByClass().forEach(classes::put);
        ArrayNode sources = facts.putArray("sources");
        content.cellsBySource()
                .forEach((source, cells) -> sources.addObject()
                        .put("name", source)
                        .put("cells", cells)
                        .put("licence", content.licence(source)));
        ArrayNode splits = facts.putArray("splits");
        for (int number = 0; number < content.splits().size(); number++) {
            StoredSplit split = content.splits().get(number);
            splits.addObject()
                    .put("file", content.splitFile(number))
                    .put("unit", split.split().plan().unit().word())
                    .put("folds", split.split().plan().folds())
                    .put("seed", split.split().plan().seed())
                    .put("digest", split.digest().hex())
                    .put("created", split.created().toString());
        }
        ArrayNode files = facts.putArray("parts");
        parts.forEach(part -> files.addObject()
                .put("file", part.file())
                .put("cells", part.cells().size()));
        content.changes()
                .ifPresent(changes -> facts.putObject("since")
                        .put("name", changes.since().name())
                        .put("digest", changes.since().digest().hex())
                        .put("added", changes.added())
                        .put("removed", changes.removed())
                        .put("relabelled", changes.relabelled()));
        ObjectNode digests = facts.putObject("tables");
        tables.forEach((name, digest) -> digests.put(name, digest.hex()));
        facts.put("use", ReleaseReadme.RESEARCH_USE);
        return Json.text(facts);
    }
}
