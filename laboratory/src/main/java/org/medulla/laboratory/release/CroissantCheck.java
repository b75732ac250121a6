package org.medulla.laboratory.release;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.medulla.archive.digest.Digest;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.JsonNode;

/** Compares {@code croissant.json} with the manifest: the same files with the same digests. */
final class CroissantCheck {
    private final ReleaseManifest manifest;
    private final BiConsumer<String, String> found;

    CroissantCheck(ReleaseManifest manifest, BiConsumer<String, String> found) {
        this.manifest = manifest;
        this.found = found;
    }

    void run(Path folder) {
        Set<String> described = new HashSet<>();
        for (JsonNode object : Json.read(folder.resolve(CroissantJson.FILE)).path("distribution")) {
            if (object.path("@type").asString("").equals("cr:FileObject")) {
                String file = object.path("contentUrl").asString("");
                described.add(file);
                String sha256 = object.path("sha256").asString("");
                if (!manifest.of(file).map(Digest::hex).orElse("").equals(sha256)) {
                    found.accept(CroissantJson.FILE, "gives another SHA-256 for " + file + " than the manifest");
                }
            }
        }
        for (String file : manifest.digests().keySet()) {
            if (!described.contains(file) && !file.startsWith("images/") && !file.equals(CroissantJson.FILE)) {
                found.accept(CroissantJson.FILE, "does not describe " + file);
            }
        }
    }
}
