package org.medulla.vision.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.vision.familiarity.Acceptance;
import org.medulla.vision.familiarity.Familiarity;
import org.medulla.vision.familiarity.Novelty;
import org.medulla.vision.familiarity.Origins;
import org.medulla.vision.network.Layer;
import org.medulla.vision.training.Length;
import org.medulla.vision.training.Optimiser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entry {@code model.json}: a {@link ModelDescription} with its format and version in front. Each layer has its {@code kind}.
 * The version goes up whenever an older Medulla would misread the file.
 */
final class ModelJson {
    /** The newest version that this Medulla reads. */
    static final int VERSION = 4;

    /** The version in which models first had a familiarity. */
    private static final int FAMILIARITY_VERSION = 2;

    /** The version in which models first knew more than one source. */
    private static final int ORIGINS_VERSION = 3;

    /** The version that is written unless a model needs the next one. */
    private static final int USUAL_VERSION = 3;

    /** The version in which models first had classes that the standard nomenclature does not list. */
    private static final int GROWN_VERSION = 4;

    private static final String FAMILIARITY = "familiarity";
    private static final String ORIGINS = "origins";
    private static final String HELD_OUT = "heldOut";
    private static final String GROWN = "grown";

    private static final String FORMAT = "medulla model";
    private static final String FORMAT_KEY = "format";
    private static final String VERSION_KEY = "formatVersion";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addMixIn(Layer.class, Kind.class)
            .addMixIn(Optimiser.class, Kind.class)
            .addMixIn(Length.class, Kind.class)
            .build();

    private ModelJson() {}

    /** Names the record of a sealed interface, as Jackson asks for it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Kind {}

    /** Any record as a JSON object. */
    static ObjectNode tree(Record value) {
        return MAPPER.valueToTree(value);
    }

    /** The bytes of the entry: the same description always gives the same bytes, on every system. */
    static byte[] print(ModelDescription description) {
        boolean grown = description.grown().isPresent();
        ObjectNode root = MAPPER.createObjectNode()
                .put(FORMAT_KEY, FORMAT)
                .put(VERSION_KEY, grown ? GROWN_VERSION : USUAL_VERSION);
        root.setAll(tree(description.withFamiliarity(Optional.empty())));
        if (!grown) {
            root.remove(GROWN);
        }
        description.familiarity().ifPresent(known -> {
            root.set(FAMILIARITY, MAPPER.valueToTree(known.acceptance()));
            root.set(ORIGINS, MAPPER.valueToTree(known.origins()));
        });
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        return (MAPPER.writer().with(printer).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the entry.
     *
     * @param file what errors call the model
     * @param novelty the part of the familiarity that stands among the weights
     */
    static ModelDescription parse(String file, byte[] json, Optional<Novelty> novelty) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!(root instanceof ObjectNode object)
                    || !root.path(FORMAT_KEY).asString("").equals(FORMAT)) {
                throw MedullaException.data("The model.json in " + file + " describes no Medulla model.");
            }
            int version = root.path(VERSION_KEY).asInt(0);
            if (version > VERSION) {
                throw MedullaException.data("The model " + file + " has the format version " + version
                        + ", but this Medulla reads up to " + VERSION + "; update Medulla.");
            }
            if (version < 1) {
                throw MedullaException.data("The model.json in " + file + " has no format version.");
            }
            object.remove(FORMAT_KEY);
            object.remove(VERSION_KEY);
            if (version < FAMILIARITY_VERSION) {
                object.putNull(FAMILIARITY);
                object.putNull(HELD_OUT);
            }
            if (version < GROWN_VERSION) {
                object.putNull(GROWN);
            }
            JsonNode acceptance = object.path(FAMILIARITY);
            if (acceptance.isObject() != novelty.isPresent()) {
                throw MedullaException.data(
                        "The model " + file + " has half of its familiarity only; fetch the model again.");
            }
            if (acceptance.isObject()) {
                object.putNull(FAMILIARITY);
            }
            JsonNode origins = object.remove(ORIGINS);
            ModelDescription description = MAPPER.treeToValue(object, ModelDescription.class);
            return novelty.isEmpty()
                    ? description
                    : description.withFamiliarity(Optional.of(new Familiarity(
                            novelty.get(),
                            MAPPER.treeToValue(acceptance, Acceptance.class),
                            version < ORIGINS_VERSION ? Origins.NONE : MAPPER.treeToValue(origins, Origins.class))));
        } catch (IllegalArgumentException e) {
            throw new MedullaException(
                    ErrorCode.DATA,
                    "The model.json in " + file + " contradicts the weights (" + e.getMessage()
                            + "); fetch the model again.",
                    e);
        } catch (JacksonException e) {
            throw new MedullaException(
                    ErrorCode.DATA,
                    "The model.json in " + file + " cannot be understood (" + e.getOriginalMessage()
                            + "); fetch the model again or train a new one.",
                    e);
        }
    }
}
