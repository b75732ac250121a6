package org.medulla.archive.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.MedullaException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A label patch as a JSON file, with its digest in it. */
public final class PatchFile {
    private static final String FORMAT = "medulla-label-patch/1";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PatchFile() {}

    /** The text of a patch; the same patch gives the same text. */
    public static String text(LabelPatch patch) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("title", patch.title())
                .put("digest", patch.digest().hex());
        for (Correction correction : patch.corrections()) {
            ObjectNode entry = root.withArray("/corrections").addObject();
            entry.put("sha256", correction.image().hex())
                    .put("old", correction.oldClass())
                    .put("new", correction.newClass());
            if (!correction.votes().isEmpty()) {
                correction.votes().forEach(entry.putObject("votes")::put);
            }
            correction.reason().ifPresent(reason -> entry.put("reason", reason));
        }
        return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    /**
     * Reads a patch.
     *
     * @throws MedullaException DATA when the file is no patch, or its corrections do not make its digest
     */
    public static LabelPatch read(Path file) {
        try {
            JsonNode root = MAPPER.readTree(Files.readString(file));
            if (!root.path("format").asString("").equals(FORMAT)) {
                throw MedullaException.data(file + " is no label patch of the format " + FORMAT + ".");
            }
            List<Correction> corrections = new ArrayList<>();
            for (JsonNode entry : root.path("corrections")) {
                corrections.add(correction(entry));
            }
            LabelPatch patch = new LabelPatch(root.path("title").asString(""), corrections);
            if (!patch.digest().hex().equals(root.path("digest").asString(""))) {
                throw MedullaException.data(file + " was changed after it was made: its corrections do not make its"
                        + " digest. Get the file again.");
            }
            return patch;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw MedullaException.data(file + " cannot be read as a label patch (" + e.getMessage() + ").");
        }
    }

    private static Correction correction(JsonNode entry) {
        Map<String, Integer> votes = new TreeMap<>();
        entry.path("votes")
                .properties()
                .forEach(vote -> votes.put(vote.getKey(), vote.getValue().asInt()));
        return new Correction(
                new Digest(entry.path("sha256").asString("")),
                entry.path("old").asString(""),
                entry.path("new").asString(""),
                votes,
                Optional.ofNullable(entry.get("reason")).map(JsonNode::asString));
    }
}
