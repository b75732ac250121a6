package org.medulla.laboratory.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medulla.archive.Archive;
import org.medulla.archive.digest.Digest;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.json.Json;
import tools.jackson.databind.JsonNode;

/** Croissant 1.1 as its specification words it: required properties, identifiers, and what refers to what. */
class CroissantJsonTest {
    private static final Set<String> DATA_TYPES =
            Set.of("sc:Text", "sc:Integer", "sc:Float", "sc:DateTime", "sc:ImageObject");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void aDataSetHasAllThatIsRequired(ReleaseForm form) {
        JsonNode root = croissant(form);
        assertThat(root.path("@context").path("@vocab").asString()).isEqualTo("http://schema.org/");
        assertThat(root.path("@context").path("cr").asString()).isEqualTo("http://mlcommons.org/croissant/");
        assertThat(root.path("@context").path("conformsTo").asString()).isEqualTo("dct:conformsTo");
        assertThat(root.path("@context").path("dct").asString()).isEqualTo("http://purl.org/dc/terms/");
        assertThat(root.path("@type").asString()).isEqualTo("sc:Dataset");
        assertThat(root.path("conformsTo").asString()).isEqualTo("http://mlcommons.org/croissant/1.1");
        for (String required :
                List.of("name", "description", "url", "datePublished", "license", "creator", "distribution")) {
            assertThat(root.path(required).isMissingNode()).as(required).isFalse();
        }
        assertThat(root.path("url").asString()).matches("[a-z]+:.+");
        assertThat(root.path("datePublished").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(root.path("version").asString()).matches("\\d+\\.\\d+\\.\\d+");
        root.path("creator")
                .forEach(creator -> assertThat(creator.path("@type").asString()).isEqualTo("sc:Organization"));
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void everyShortNameThatIsUsedIsInTheContextOrInTheVocabulary(ReleaseForm form) {
        JsonNode root = croissant(form);
        Set<String> schemaOrg = Set.of(
                "name",
                "description",
                "url",
                "version",
                "datePublished",
                "license",
                "creator",
                "keywords",
                "distribution",
                "contentUrl",
                "contentSize",
                "encodingFormat",
                "sha256");
        Set<String> used = new TreeSet<>();
        for (String part : List.of("distribution", "recordSet", "creator")) {
            names(root.path(part), used);
        }
        root.propertyNames().forEach(used::add);
        used.removeIf(name -> name.startsWith("@") || schemaOrg.contains(name));
        used.forEach(
                name -> assertThat(root.path("@context").has(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void everyFileHasItsDigestAndLength(ReleaseForm form) throws IOException {
        JsonNode root = croissant(form);
        Path release = folder.resolve("release");
        for (JsonNode object : root.path("distribution")) {
            assertThat(object.path("@type").asString()).isIn("cr:FileObject", "cr:FileSet");
            assertThat(object.path("encodingFormat").isMissingNode()).isFalse();
            assertThat(object.path("name").asString()).isNotBlank();
            if (object.path("@type").asString().equals("cr:FileObject")) {
                Path file = release.resolve(object.path("contentUrl").asString());
                assertThat(object.path("sha256").asString())
                        .isEqualTo(Digest.of(file).hex());
                assertThat(object.path("contentSize").asString()).isEqualTo(Files.size(file) + " B");
            } else {
                assertThat(object.path("includes").isMissingNode()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReleaseForm.class)
    void everyReferenceLeadsToSomethingThatIsThere(ReleaseForm form) throws IOException {
        JsonNode root = croissant(form);
        Map<String, String> typeById = new HashMap<>();
        List<JsonNode> nodes = new ArrayList<>();
        root.path("distribution").forEach(nodes::add);
        for (JsonNode set : root.path("recordSet")) {
            nodes.add(set);
            set.path("field").forEach(nodes::add);
        }
        for (JsonNode node : nodes) {
            assertThat(typeById.put(
                            node.path("@id").asString(), node.path("@type").asString()))
                    .as(node.path("@id").asString())
                    .isNull();
        }
        for (JsonNode object : root.path("distribution")) {
            object.path("containedIn")
                    .forEach(container -> assertThat(typeById)
                            .containsEntry(container.path("@id").asString(), "cr:FileObject"));
        }
        for (JsonNode set : root.path("recordSet")) {
            assertThat(set.path("@type").asString()).isEqualTo("cr:RecordSet");
            Set<String> own = new HashSet<>();
            for (JsonNode field : set.path("field")) {
                own.add(field.path("@id").asString());
                field(field, set.path("@id").asString(), typeById);
            }
            if (set.has("key")) {
                assertThat(own).contains(set.path("key").path("@id").asString());
            }
        }
    }

    private void field(JsonNode field, String set, Map<String, String> typeById) throws IOException {
        assertThat(field.path("@type").asString()).isEqualTo("cr:Field");
        assertThat(field.path("@id").asString())
                .isEqualTo(set + "/" + field.path("name").asString());
        assertThat(field.path("dataType").asString()).isIn(DATA_TYPES);
        JsonNode source = field.path("source");
        JsonNode extract = source.path("extract");
        if (source.has("fileObject")) {
            String file = source.path("fileObject").path("@id").asString();
            assertThat(typeById).containsEntry(file, "cr:FileObject");
            String heading =
                    Files.readAllLines(folder.resolve("release").resolve(file)).getFirst();
            assertThat(heading.split(",")).contains(extract.path("column").asString());
        } else {
            assertThat(typeById)
                    .containsEntry(source.path("fileSet").path("@id").asString(), "cr:FileSet");
            assertThat(extract.has("column") || extract.has("fileProperty")).isTrue();
            if (extract.has("fileProperty")) {
                assertThat(extract.path("fileProperty").asString()).isIn("content", "filename", "fullpath");
            }
        }
        if (field.has("references")) {
            assertThat(typeById)
                    .containsEntry(field.path("references").path("@id").asString(), "cr:Field");
        }
    }

    private static void names(JsonNode node, Set<String> names) {
        if (node.isObject()) {
            node.propertyNames().forEach(names::add);
        }
        node.forEach(child -> names(child, names));
    }

    private JsonNode croissant(ReleaseForm form) {
        Path out = folder.resolve("release");
        try (Archive archive = TinyHome.open(folder)) {
            new ReleaseWriter(archive)
                    .write(ReleaseRequest.of(TinyHome.DATASET, out, form, "medulla test"), Progress.silent());
        }
        return Json.read(out.resolve("croissant.json"));
    }
}
