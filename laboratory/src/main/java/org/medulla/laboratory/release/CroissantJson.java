package org.medulla.laboratory.release;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.medulla.archive.digest.Digest;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code croissant.json}: a release described as Croissant 1.1 (MLCommons, http://mlcommons.org/croissant/1.1), JSON-LD from which
 * data set loaders learn which files there are and how their columns make records.
 */
final class CroissantJson {
    static final String FILE = "croissant.json";
    private static final Map<String, String> FORMATS = Map.of(
            "csv", "text/csv",
            "md", "text/markdown",
            "json", "application/json",
            "txt", "text/plain",
            "cff", "application/yaml",
            "tar", "application/x-tar",
            "parquet", "application/vnd.apache.parquet");

    private final ReleaseContent content;
    private final List<ReleasePart> parts;
    private final SortedMap<String, Digest> digests;
    private final ToLongFunction<String> lengths;

    /**
     * Describes a release.
     *
     * @param digests of all files written before, by their paths
     * @param lengths tells the length of a file
     */
    CroissantJson(
            ReleaseContent content,
            List<ReleasePart> parts,
            SortedMap<String, Digest> digests,
            ToLongFunction<String> lengths) {
        this.content = content;
        this.parts = parts;
        this.digests = digests;
        this.lengths = lengths;
    }

    String text() {
        ReleaseRequest request = content.request();
        ObjectNode root = Json.object();
        root.set("@context", CroissantContext.json());
        root.put("@type", "sc:Dataset");
        root.put("conformsTo", "http://mlcommons.org/croissant/1.1");
        root.put("name", content.version().name());
        root.put("description", ReleaseReadme.description(content));
        root.put(
                "url",
                request.url().orElse("urn:sha256:" + content.version().digest().hex()));
        root.put("version", ReleaseReadme.number(content));
        root.put("datePublished", content.date().toString());
        ArrayNode licences = root.putArray("license");
        content.licences().forEach(licence -> licences.add(licenceUrl(licence)));
        root.putArray("creator").addObject().put("@type", "sc:Organization").put("name", CitationFile.creator(request));
        root.put("citeAs", ReleaseReadme.citation(content));
        ArrayNode keywords = root.putArray("keywords");
        List.of("bone marrow", "cytomorphology", "cell images", "haematology").forEach(keywords::add);
        root.put("isLiveDataset", false);
        distribution(root.putArray("distribution"));
        new CroissantRecords(content.request().form()).addTo(root.putArray("recordSet"));
        return Json.text(root);
    }

    private void distribution(ArrayNode distribution) {
        digests.forEach((file, digest) -> {
            if (!isImage(file)) {
                ObjectNode object = distribution.addObject();
                object.put("@type", "cr:FileObject");
                object.put("@id", file);
                object.put("name", file.substring(file.lastIndexOf('/') + 1));
                object.put("contentUrl", file);
                object.put("contentSize", lengths.applyAsLong(file) + " B");
                object.put("encodingFormat", FORMATS.getOrDefault(ending(file), "application/octet-stream"));
                object.put("sha256", digest.hex());
            }
        });
        ObjectNode images = distribution.addObject();
        images.put("@type", "cr:FileSet");
        images.put("@id", CroissantRecords.IMAGES);
        images.put("name", "images");
        switch (content.request().form()) {
            case FOLDER -> {
                images.put("description", "One file for each cell; cells.csv gives the SHA-256 of each");
                includes(images, "images/**/*.");
            }
            case TAR -> {
                images.put("description", "One image for each cell, in the tar shards");
                ArrayNode shards = images.putArray("containedIn");
                parts.forEach(part -> shards.addObject().put("@id", part.file()));
                includes(images, "*.");
            }
            case PARQUET -> {
                images.put("description", "A row for each cell, with its image");
                images.put("encodingFormat", "application/vnd.apache.parquet");
                images.put("includes", "medulla-*.parquet");
            }
        }
    }

    private void includes(ObjectNode images, String before) {
        List<String> endings = content.cells().stream()
                .map(cell -> cell.name().substring(cell.name().lastIndexOf('.') + 1))
                .distinct()
                .sorted()
                .toList();
        ArrayNode formats = images.putArray("encodingFormat");
        content.cells().stream()
                .map(cell -> "image/" + cell.cell().format())
                .distinct()
                .sorted()
                .forEach(formats::add);
        ArrayNode includes = images.putArray("includes");
        endings.forEach(ending -> includes.add(before + ending));
    }

    private boolean isImage(String file) {
        return content.request().form() == ReleaseForm.FOLDER && file.startsWith("images/");
    }

    private static String licenceUrl(String licence) {
        return licence.equals(Licences.UNKNOWN) || licence.contains(":")
                ? licence
                : "https://spdx.org/licenses/" + licence + ".html";
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
