package org.medulla.laboratory.release;

import java.util.List;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The JSON-LD context of a Croissant description: which vocabulary its short names belong to. */
final class CroissantContext {
    private static final List<String> OWN_TERMS = List.of(
            "annotation",
            "arrayShape",
            "citeAs",
            "column",
            "containedIn",
            "equivalentProperty",
            "excludes",
            "extract",
            "field",
            "fileObject",
            "fileProperty",
            "fileSet",
            "format",
            "includes",
            "isArray",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "readLines",
            "recordSet",
            "references",
            "regex",
            "sdVersion",
            "separator",
            "source",
            "subField",
            "transform",
            "unArchive",
            "value");

    private CroissantContext() {}

    static ObjectNode json() {
        ObjectNode context = Json.object();
        context.put("@language", "en");
        context.put("@vocab", "http://schema.org/");
        context.put("sc", "http://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("rai", "http://mlcommons.org/croissant/RAI/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("conformsTo", "dct:conformsTo");
        context.set("data", typed("cr:data", "@json"));
        context.set("dataType", typed("cr:dataType", "@vocab"));
        context.set("examples", typed("cr:examples", "@json"));
        OWN_TERMS.forEach(term -> context.put(term, "cr:" + term));
        return context;
    }

    private static ObjectNode typed(String id, String type) {
        return Json.object().put("@id", id).put("@type", type);
    }
}
