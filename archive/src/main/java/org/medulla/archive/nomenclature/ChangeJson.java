package org.medulla.archive.nomenclature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Lineage;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of a nomenclature as JSON: in columns of the database, and in releases for other archives. */
public final class ChangeJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ChangeJson() {}

    /** The word for what kind of change it is: "added", "split", "merged", "renamed". */
    static String kind(NomenclatureChange change) {
        return switch (change) {
            case NomenclatureChange.Added added -> "added";
            case NomenclatureChange.Split split -> "split";
            case NomenclatureChange.Merged merged -> "merged";
            case NomenclatureChange.Renamed renamed -> "renamed";
        };
    }

    /** The classes that a split leads to, or that were merged; none for other changes. */
    static List<String> codes(NomenclatureChange change) {
        return switch (change) {
            case NomenclatureChange.Split split -> split.into();
            case NomenclatureChange.Merged merged -> merged.codes();
            case NomenclatureChange.Added added -> List.of();
            case NomenclatureChange.Renamed renamed -> List.of();
        };
    }

    /** The new name of a class that was renamed. */
    static Optional<String> name(NomenclatureChange change) {
        return change instanceof NomenclatureChange.Renamed renamed ? Optional.of(renamed.name()) : Optional.empty();
    }

    /**
     * A change from its parts.
     *
     * @throws IllegalArgumentException when they make none
     */
    static NomenclatureChange change(
            String kind, String code, List<String> codes, List<CellClass> classes, Optional<String> name) {
        return switch (kind) {
            case "added" -> new NomenclatureChange.Added(one(classes));
            case "split" -> new NomenclatureChange.Split(code, codes, classes);
            case "merged" ->
                new NomenclatureChange.Merged(
                        codes, code, classes.isEmpty() ? Optional.empty() : Optional.of(one(classes)));
            case "renamed" ->
                new NomenclatureChange.Renamed(
                        code,
                        name.orElseThrow(() -> new IllegalArgumentException("The class " + code + " has no name")));
            default -> throw new IllegalArgumentException("There is no change of the kind " + kind);
        };
    }

    /** Classes as a JSON list of objects with the columns of a nomenclature. */
    static String write(List<CellClass> classes) {
        return MAPPER.writeValueAsString(array(classes));
    }

    /** Classes from their JSON list. */
    static List<CellClass> readClasses(String json) {
        return classes(MAPPER.readTree(json));
    }

    /** Classes as a JSON list of objects with the columns of a nomenclature. */
    public static ArrayNode array(List<CellClass> classes) {
        ArrayNode list = MAPPER.createArrayNode();
        for (CellClass one : classes) {
            ObjectNode node = list.addObject()
                    .put("code", one.code())
                    .put("name", one.name())
                    .put("lineage", one.lineage().word());
            one.maturationRank().ifPresent(rank -> node.put("maturation_rank", rank));
            node.put("counted", one.counted()).put("critical", one.critical());
            ArrayNode neighbours = node.putArray("tolerated_as");
            one.toleratedAs().stream().sorted().forEach(neighbours::add);
            one.snomedCode().ifPresent(code -> node.put("snomed_ct", code));
        }
        return list;
    }

    /** Recorded changes as a JSON list, the oldest first. */
    public static ArrayNode write(Iterable<RecordedChange> changes) {
        ArrayNode list = MAPPER.createArrayNode();
        for (RecordedChange recorded : changes) {
            NomenclatureChange change = recorded.change();
            ObjectNode node = list.addObject().put("kind", kind(change)).put("code", change.code());
            ArrayNode codes = node.putArray("codes");
            codes(change).forEach(codes::add);
            node.set("classes", array(change.defined()));
            name(change).ifPresent(name -> node.put("name", name));
            node.put("version", recorded.version()).put("author", recorded.author());
            recorded.reason().ifPresent(reason -> node.put("reason", reason));
            node.put("at", recorded.at().toString());
        }
        return list;
    }

    /**
     * Recorded changes from their JSON list.
     *
     * @throws RuntimeException of Jackson, of the calendar or of an argument, where it is no such list
     */
    public static List<RecordedChange> read(JsonNode list) {
        List<RecordedChange> changes = new ArrayList<>();
        for (JsonNode node : list) {
            changes.add(new RecordedChange(
                    change(
                            node.required("kind").asString(),
                            node.required("code").asString(),
                            texts(node.path("codes")),
                            classes(node.path("classes")),
                            node.optional("name").map(JsonNode::asString)),
                    node.required("version").asString(),
                    node.required("author").asString(),
                    node.optional("reason").map(JsonNode::asString),
                    Instant.parse(node.required("at").asString())));
        }
        return changes;
    }

    private static List<CellClass> classes(JsonNode list) {
        List<CellClass> classes = new ArrayList<>();
        for (JsonNode node : list) {
            Optional<JsonNode> rank = node.optional("maturation_rank");
            classes.add(new CellClass(
                    node.required("code").asString(),
                    node.required("name").asString(),
                    Lineage.of(node.required("lineage").asString()),
                    rank.isPresent() ? OptionalInt.of(rank.get().asInt()) : OptionalInt.empty(),
                    node.required("counted").asBoolean(),
                    node.required("critical").asBoolean(),
                    neighbours(node.path("tolerated_as")),
                    node.optional("snomed_ct").map(JsonNode::asString)));
        }
        return classes;
    }

    private static Set<String> neighbours(JsonNode list) {
        return new LinkedHashSet<>(texts(list));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static CellClass one(List<CellClass> classes) {
        if (classes.size() != 1) {
            throw new IllegalArgumentException("The change defines " + classes.size() + " classes, not one");
        }
        return classes.getFirst();
    }
}
