package org.medulla.laboratory.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medulla.cytology.job.MedullaException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON text from trees of values and back. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper LINE = JsonMapper.builder().build();

    private Json() {}

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty array to fill. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The text of a tree, ending in a line feed. */
    public static String text(JsonNode tree) {
        return MAPPER.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
    }

    /** The text of a tree without line breaks. */
    public static String line(JsonNode tree) {
        return LINE.writeValueAsString(tree);
    }

    /**
     * Reads a text.
     *
     * @throws MedullaException DATA for a text that is not JSON
     */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw MedullaException.data("A text that should be JSON is none: it is damaged or cut short.");
        }
    }

    /** A number rounded to six decimals, which is more than any figure here means. */
    public static double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * 1e6) / 1e6 : value;
    }

    /**
     * Reads a file.
     *
     * @throws MedullaException DATA for a file that is not JSON
     */
    public static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw MedullaException.data("The file " + file + " cannot be read as JSON: it is damaged or cut short.");
        }
    }
}
