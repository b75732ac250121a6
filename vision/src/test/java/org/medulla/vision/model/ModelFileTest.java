package org.medulla.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.evaluation.Estimate;
import org.medulla.cytology.job.ErrorCode;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Lineage;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import org.medulla.cytology.nomenclature.NomenclatureHistory;
import org.medulla.vision.network.Network;
import org.medulla.vision.network.Tensor;
import org.medulla.vision.network.TestNetworks;
import org.medulla.vision.onnx.OnnxWriter;
import org.medulla.vision.weights.Safetensors;

class ModelFileTest {
    private static final Network NETWORK = TestNetworks.everyLayer(TestModels.CLASSES.size());
    private static final Map<String, Tensor> PARAMETERS = TestNetworks.parameters(NETWORK, 3);

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private byte[] bytes = {};

    @BeforeEach
    void writeOne() throws IOException {
        TestModels.write(folder);
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        bytes = Files.readAllBytes(file);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        ModelFile read = ModelFile.read(file);
        assertThat(read.description()).isEqualTo(TestModels.description(NETWORK));
        assertThat(read.parameters()).containsOnlyKeys(PARAMETERS.keySet());
        PARAMETERS.forEach((name, tensor) ->
                assertThat(TestNetworks.in(read.parameters(), name).toArray()).isEqualTo(tensor.toArray()));
        assertThat(read.onnx()).isEqualTo(ByteBuffer.wrap(OnnxWriter.write(NETWORK, PARAMETERS)));
        assertThat(read.card()).startsWith("# Model card");
    }

    @Test
    void aModelOfOtherThanStandardClassesSaysWhatTheyAre() {
        CellClass giant = new CellClass(
                "MGK",
                "Megakaryocyte",
                Lineage.MEGAKARYOCYTIC,
                OptionalInt.empty(),
                false,
                false,
                Set.of(),
                Optional.of("23592008"));
        Nomenclature grown = NomenclatureHistory.of(List.of(new NomenclatureChange.Added(giant)))
                .current();
        ModelFile written = ModelFile.write(
                folder.resolve("grown.medulla"), TestModels.description(NETWORK).with(grown), PARAMETERS);
        Nomenclature read =
                ModelFile.read(folder.resolve("grown.medulla")).description().nomenclature();
        assertThat(read.version()).isEqualTo(grown.version());
        assertThat(read.classes()).isEqualTo(grown.classes());
        assertThat(written.card()).contains("Not known, of the nomenclature " + grown.version());
        assertThat(ModelFile.read(file).description().nomenclature()).isSameAs(Nomenclature.standard());
    }

    @Test
    void itCanBeReadFromMemoryAsWell() {
        ModelFile read = ModelFile.read("in memory", bytes);
        assertThat(read.digest()).isEqualTo(ModelFile.read(file).digest());
        assertThat(read.bytes()).isEqualTo(ByteBuffer.wrap(bytes));
        assertThat(read.parameters().keySet()).isEqualTo(PARAMETERS.keySet());
    }

    @Test
    void itsIdentityIsTheDigestOfTheFile() throws NoSuchAlgorithmException {
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(ModelFile.read(file).digest()).isEqualTo(expected);
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        Map<String, Tensor> otherOrder = new HashMap<>(PARAMETERS);
        Path again = folder.resolve("deeper/still/other name.medulla");
        ModelFile.write(again, TestModels.description(NETWORK), otherOrder);
        assertThat(Files.readAllBytes(again)).isEqualTo(bytes);
        try (var files = Files.list(again.getParent())) {
            assertThat(files).containsExactly(again);
        }
    }

    @Test
    void anyZipProgramReadsIt() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("model.json", "card.md", "network.onnx", "weights.safetensors", "SHA256SUMS");
            byte[] weights = content(zip, "weights.safetensors");
            assertThat(Safetensors.read("zip", ByteBuffer.wrap(weights)).tensors())
                    .containsOnlyKeys(PARAMETERS.keySet());
            assertThat(new String(content(zip, "SHA256SUMS"), StandardCharsets.US_ASCII))
                    .contains(Digests.hex(ByteBuffer.wrap(weights)) + "  weights.safetensors\n");
        }
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        int directory = bytes.length - 500;
        for (int trial = 0; trial < 400; trial++) {
            int at = trial < 200 ? random.nextInt(bytes.length) : directory + random.nextInt(500);
            byte[] flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertUnsound(flipped, "");
        }
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        assertUnsound(new byte[0], "it is no zip archive");
        for (int trial = 0; trial < 100; trial++) {
            assertUnsound(Arrays.copyOf(bytes, random.nextInt(bytes.length)), "");
        }
        assertUnsound(Arrays.copyOf(bytes, bytes.length / 2), "it ends within its entry");
        assertUnsound(Arrays.copyOf(bytes, bytes.length + 1), "its directory is incomplete or lists other entries");
    }

    @Test
    void anotherZipIsRefused() throws IOException {
        assertUnsound(zip(Map.of("word/document.xml", new byte[100])), "where the entry model.json should begin");
        assertUnsound(zip(Map.of("../../etc/passwd", new byte[100])), "where the entry model.json should begin");
    }

    @Test
    void aModelPackedAgainIsRefusedBecauseItCouldSwell() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                contents.put(entry.getName(), content(zip, entry.getName()));
            }
        }
        assertUnsound(zip(contents), "something else");
    }

    @Test
    void anEntryExchangedForAnotherIsFoundByItsDigest() throws IOException {
        Map<String, byte[]> contents = contents();
        contents.put("card.md", "# A better card".getBytes(StandardCharsets.UTF_8));
        assertUnsound(stored(contents), "an entry differs from its digest");
    }

    @Test
    void aNewerFormatIsSaidToBeNewer() throws IOException {
        assertThatThrownBy(() -> ModelFile.read(withJson("\"formatVersion\" : 3", "\"formatVersion\" : 5")))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessage("The model changed.medulla has the format version 5, but this Medulla reads up to 4; "
                        + "update Medulla.");
    }

    @Test
    void aFileOfTheFirstVersionIsReadAndKnowsNoFamiliarity() throws IOException {
        Map<String, byte[]> contents = contents();
        String json = new String(Objects.requireNonNull(contents.get("model.json")), StandardCharsets.UTF_8);
        Path first = withJson(
                json,
                json.replace("\"formatVersion\" : 3", "\"formatVersion\" : 1")
                        .replace(",\n  \"familiarity\" : null", ""));

        assertThat(Files.readString(first, StandardCharsets.ISO_8859_1)).doesNotContain("familiarity");
        assertThat(ModelFile.read(first).description()).isEqualTo(TestModels.description(NETWORK));
    }

    @Test
    void familiarityIsWrittenAndReadBackBesideTheParameters() {
        ModelDescription description = TestModels.familiar(NETWORK);
        ModelFile read = ModelFile.write(folder.resolve("familiar.medulla"), description, PARAMETERS);

        assertThat(read.description()).isEqualTo(description);
        assertThat(read.description().familiarity()).isPresent();
        assertThat(read.card())
                .contains("up to 0.970 an answer is accepted", "0.0 % of the accepted answers were wrong");
        assertThat(read.parameters()).containsOnlyKeys(PARAMETERS.keySet());
    }

    @Test
    void figuresOnCellsThatWereLeftOutTravelWithTheModelAndStandOnItsCard() {
        HeldOut heldOut = new HeldOut(
                List.of(0, 3),
                5,
                321,
                List.of(new HeldOut.Figure("Balanced accuracy", new Estimate(0.8125, 0.79, 0.8375))),
                List.of(new HeldOut.OfClass("BLA", 40, new Estimate(0.75, 0.6, 0.85), Optional.empty())),
                List.of(new HeldOut.OfSource("here", 200, new Estimate(0.9, 0.88, 0.92))));
        ModelDescription description = TestModels.description(NETWORK).withHeldOut(heldOut);
        ModelFile read = ModelFile.write(folder.resolve("held-out.medulla"), description, PARAMETERS);
        assertThat(read.description().heldOut()).contains(heldOut);
        assertThat(read.card())
                .contains("321 cells of the folds 0, 3 (of 5 folds), which it had left out")
                .contains("| Balanced accuracy | 0.813 (0.790 to 0.838) |")
                .contains("| BLA | 40 | 0.750 (0.600 to 0.850) |  |")
                .contains("| here | 200 | 0.900 (0.880 to 0.920) |");
    }

    @Test
    void halfAFamiliarityIsRefused() throws IOException {
        file = folder.resolve("familiar.medulla");
        ModelFile.write(file, TestModels.familiar(NETWORK), PARAMETERS);
        bytes = Files.readAllBytes(file);
        String json = new String(Objects.requireNonNull(contents().get("model.json")), StandardCharsets.UTF_8);
        String half = json.substring(0, json.indexOf("\"familiarity\"")) + "\"familiarity\" : null\n}\n";
        assertThatThrownBy(() -> ModelFile.read(withJson(json, half))).hasMessageContaining("half of its familiarity");
        assertThatThrownBy(() -> ModelFile.read(withJson("\"borrowed\" : [ false, ", "\"borrowed\" : [ ")))
                .hasMessageContaining("cannot be understood");
    }

    @Test
    void aDescriptionThatContradictsItselfIsRefused() throws IOException {
        assertThatThrownBy(() -> ModelFile.read(withJson("\"temperature\" : 1.25", "\"temperature\" : -1")))
                .hasMessageContaining("A temperature is above zero");
        assertThatThrownBy(() -> ModelFile.read(withJson("\"pictures\" : 375", "\"pictures\" : 374")))
                .hasMessageContaining("do not count the 374 pictures");
        assertThatThrownBy(() -> ModelFile.read(withJson("[ 0.2, 0.2, 0.2, 0.2, 0.2 ]", "[ 1.0 ]")))
                .hasMessageContaining("are not those of 5 classes");
        assertThatThrownBy(() -> ModelFile.read(withJson("\"BLA\", ", "")))
                .hasMessageContaining("one logit for each of the 4 classes");
        assertThatThrownBy(() -> ModelFile.read(withJson("\"seed\" : 2026,", "")))
                .hasMessageContaining("cannot be understood");
        assertThatThrownBy(() -> ModelFile.read(withJson("\"kind\" : \"Dropout\"", "\"kind\" : \"Magic\"")))
                .hasMessageContaining("cannot be understood");
        assertThatThrownBy(() -> ModelFile.read(withJson("\"inputSize\" : 12", "\"inputSize\" : 13")))
                .hasMessageContaining("do not fit the network");
    }

    @Test
    void aModelThatIsNotThereIsTheCallersError() {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("none.medulla")))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USER));
    }

    @Test
    void theDescriptionIsPrintedAsAlways() throws IOException {
        assertGolden(
                "model.json", new String(ModelJson.print(TestModels.description(NETWORK)), StandardCharsets.UTF_8));
    }

    @Test
    void theCardIsPrintedAsAlways() throws IOException {
        assertGolden("card.md", ModelFile.read(file).card());
    }

    private static void assertGolden(String name, String actual) throws IOException {
        try (InputStream golden = Objects.requireNonNull(ModelFileTest.class.getResourceAsStream(name), name)) {
            assertThat(actual).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Path withJson(String part, String replacement) throws IOException {
        Map<String, byte[]> contents = contents();
        String json = new String(Objects.requireNonNull(contents.get("model.json")), StandardCharsets.UTF_8);
        assertThat(json).contains(part);
        contents.put("model.json", json.replace(part, replacement).getBytes(StandardCharsets.UTF_8));
        Map<String, String> digests = new HashMap<>();
        contents.forEach((name, content) -> digests.put(name, Digests.hex(ByteBuffer.wrap(content))));
        digests.remove("SHA256SUMS");
        contents.put("SHA256SUMS", Digests.list(digests));
        return Files.write(folder.resolve("changed.medulla"), stored(contents));
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        StoredZip.read(ByteBuffer.wrap(bytes), ModelFile.ENTRIES).forEach((name, content) -> {
            byte[] copy = new byte[content.remaining()];
            content.get(copy);
            contents.put(name, copy);
        });
        return contents;
    }

    private static byte[] stored(Map<String, byte[]> contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<StoredZip.Entry> entries = contents.entrySet().stream()
                .map(e -> {
                    MeasuringStream measure = new MeasuringStream();
                    measure.write(e.getValue());
                    return measure.entry(e.getKey());
                })
                .toList();
        for (StoredZip.Entry entry : entries) {
            out.write(StoredZip.localHeader(entry));
            out.write(Objects.requireNonNull(contents.get(entry.name())));
        }
        out.write(StoredZip.directory(entries));
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private void assertUnsound(byte[] content, String reason) throws IOException {
        Path damaged = Files.write(folder.resolve("damaged.medulla"), content);
        assertThatThrownBy(() -> ModelFile.read(damaged))
                .isInstanceOfSatisfying(
                        MedullaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining("damaged.medulla")
                .hasMessageContaining(reason);
    }
}
