package org.medulla.laboratory.release;

import java.util.List;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code CITATION.cff}, form 1.2.0: how to cite a release. */
final class CitationFile {
    private CitationFile() {}

    static String text(ReleaseContent content) {
        DatasetVersion version = content.version();
        ReleaseRequest request = content.request();
        StringBuilder text = new StringBuilder();
        text.append("cff-version: 1.2.0\n");
        text.append(
                "message: \"If you use these images, cite this release and the collections that they come from.\"\n");
        text.append("type: dataset\n");
        text.append("title: ")
                .append(quoted(version.name() + ", a collection of bone-marrow cell images"))
                .append('\n');
        text.append("abstract: ")
                .append(quoted(ReleaseReadme.description(content)))
                .append('\n');
        text.append("authors:\n  - name: ").append(quoted(creator(request))).append('\n');
        text.append("version: ").append(quoted(ReleaseReadme.number(content))).append('\n');
        text.append("date-released: ").append(quoted(content.date().toString())).append('\n');
        List<String> licences = content.licences();
        if (!licences.contains(Licences.UNKNOWN)) {
            text.append("license:\n");
            licences.forEach(
                    licence -> text.append("  - ").append(quoted(licence)).append('\n'));
        }
        request.url().ifPresent(url -> text.append("url: ").append(quoted(url)).append('\n'));
        text.append("identifiers:\n  - type: other\n    value: ")
                .append(quoted("sha256:" + version.digest().hex()))
                .append(
                        "\n    description: \"The SHA-256 of dataset.csv, the list of the cells with their classes\"\n");
        text.append("keywords:\n  - \"bone marrow\"\n  - cytomorphology\n  - \"cell images\"\n");
        return text.toString();
    }

    /** Who answers for the release. */
    static String creator(ReleaseRequest request) {
        return request.creator().orElse("Unknown (no creator was named)");
    }

    /** A text as YAML and JSON both quote it. */
    static String quoted(String text) {
        return Json.line(JsonNodeFactory.instance.stringNode(text));
    }
}
