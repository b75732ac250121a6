package org.medulla.vision.weights;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.medulla.vision.network.Tensor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON header of a safetensors file.
 *
 * @param entries where each tensor lies, by name in the order of the header
 * @param metadata free words under {@code __metadata__}
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The type, shape and place of one tensor; offsets count from the first byte after the header. */
    record Entry(NumberType type, List<Integer> shape, long begin, long end) {}

    /** Reads and checks a header whose numbers take {@code dataBytes} bytes; {@code file} is what errors call it. */
    static SafetensorsHeader parse(String file, byte[] json, long dataBytes) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw Safetensors.damaged(file, "its header is not JSON");
        }
        if (!root.isObject()) {
            throw Safetensors.damaged(file, "its header is not a JSON object");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .properties()
                        .forEach(e -> metadata.put(e.getKey(), e.getValue().asString("")));
            } else {
                entries.put(field.getKey(), entry(file, field.getKey(), field.getValue()));
            }
        }
        checkPlaces(file, entries, dataBytes);
        return new SafetensorsHeader(entries, metadata);
    }

    private static Entry entry(String file, String name, JsonNode node) {
        String typeName = node.path("dtype").asString("");
        NumberType type;
        try {
            type = NumberType.valueOf(typeName);
        } catch (IllegalArgumentException e) {
            throw Safetensors.damaged(file, "tensor " + name + " has the unknown type \"" + typeName + "\"");
        }
        JsonNode offsets = node.path("data_offsets");
        if (!node.path("shape").isArray() || !offsets.isArray() || offsets.size() != 2) {
            throw Safetensors.damaged(file, "tensor " + name + " lacks a shape or a place");
        }
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (JsonNode size : node.path("shape")) {
            if (!size.canConvertToInt() || !size.isIntegralNumber() || size.intValue() < 0) {
                throw Safetensors.damaged(file, "tensor " + name + " has the shape " + node.path("shape"));
            }
            shape.add(size.intValue());
            count = size.intValue() == 0 ? 0 : count * size.intValue();
            if (count * type.bytes() > Integer.MAX_VALUE) {
                throw Safetensors.damaged(file, "tensor " + name + " is too large: " + node.path("shape"));
            }
        }
        JsonNode begin = offsets.get(0);
        JsonNode end = offsets.get(1);
        if (!begin.isIntegralNumber()
                || !end.isIntegralNumber()
                || !begin.canConvertToLong()
                || !end.canConvertToLong()
                || begin.longValue() < 0
                || end.longValue() - begin.longValue() != count * type.bytes()) {
            throw Safetensors.damaged(
                    file, "tensor " + name + " of type " + type + " and shape " + shape + " cannot lie at " + offsets);
        }
        return new Entry(type, shape, begin.longValue(), end.longValue());
    }

    private static void checkPlaces(String file, Map<String, Entry> entries, long dataBytes) {
        List<Map.Entry<String, Entry>> byPlace = new ArrayList<>(entries.entrySet());
        byPlace.sort(Comparator.comparingLong(
                        (Map.Entry<String, Entry> e) -> e.getValue().begin())
                .thenComparingLong(e -> e.getValue().end()));
        long reached = 0;
        for (Map.Entry<String, Entry> named : byPlace) {
            long begin = named.getValue().begin();
            if (begin != reached) {
                String how = begin < reached ? "overlaps the tensor before it" : "leaves a gap before it";
                throw Safetensors.damaged(file, "tensor " + named.getKey() + " " + how);
            }
            reached = named.getValue().end();
        }
        if (reached != dataBytes) {
            throw Safetensors.damaged(
                    file, "its tensors take " + reached + " bytes, but " + dataBytes + " follow the header");
        }
    }

    /** The header of tensors laid out in this order, each in its type, padded with blanks to a multiple of eight bytes. */
    static byte[] print(List<Safetensors.Typed> tensors, SortedMap<String, String> metadata) {
        ObjectNode root = MAPPER.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode words = root.putObject(METADATA);
            metadata.forEach(words::put);
        }
        long offset = 0;
        for (Safetensors.Typed typed : tensors) {
            Tensor tensor = typed.tensor();
            ObjectNode node = root.putObject(typed.name());
            node.put("dtype", typed.type().name());
            ArrayNode shape = node.putArray("shape");
            tensor.shape().forEach(shape::add);
            ArrayNode place = node.putArray("data_offsets");
            place.add(offset);
            offset += (long) tensor.values().remaining() * typed.type().bytes();
            place.add(offset);
        }
        String json = MAPPER.writeValueAsString(root);
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return (json + " ".repeat(Math.floorMod(-length, ALIGNMENT))).getBytes(StandardCharsets.UTF_8);
    }
}
