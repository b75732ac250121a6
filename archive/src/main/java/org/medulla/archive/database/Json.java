package org.medulla.archive.database;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The little JSON that stands in database columns. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /** A list as JSON. */
    public static String write(Collection<?> values) {
        return MAPPER.writeValueAsString(values);
    }

    /** A map as JSON, in the map's order. */
    public static String write(Map<String, ?> values) {
        return MAPPER.writeValueAsString(values);
    }

    /** A map of texts from JSON. */
    public static Map<String, String> readTexts(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    /** A list of maps of texts from JSON. */
    public static List<Map<String, String>> readMaps(String json) {
        return MAPPER.readValue(json, new TypeReference<List<Map<String, String>>>() {});
    }

    /** A list of texts from JSON. */
    public static List<String> readList(String json) {
        return MAPPER.readValue(json, new TypeReference<List<String>>() {});
    }

    /** Counts by name, from JSON. */
    public static Map<String, Integer> readCounts(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, Integer>>() {});
    }

    /** Lists of whole numbers by name, from JSON. */
    public static Map<String, List<Long>> readRanges(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, List<Long>>>() {});
    }
}
