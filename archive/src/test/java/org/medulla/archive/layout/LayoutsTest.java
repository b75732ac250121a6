package org.medulla.archive.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.cytology.job.MedullaException;

class LayoutsTest {
    private static final Map<String, String> CLASSES = Map.of(
            "BLA", "Blast", "EBO", "Erythroblast", "EOS", "Eosinophil", "BAS", "Basophil", "PMO", "Promyelocyte");
    private static final Map<String, String> PBC =
            Map.of("BA", "BAS", "basophil", "BAS", "PMY", "PMO", "EO", "EOS", "eosinophil", "EOS");

    private final Layouts layouts = new Layouts(CLASSES, word -> Optional.ofNullable(PBC.get(word)));

    @TempDir
    Path folder;

    @Test
    void thePublishedLayoutIsFoundWithAndWithoutFoldersOfNumbers() {
        touch("set/BLA/0001-1000/BLA_00001.jpg", "set/BLA/1001-2000/BLA_01001.jpg", "set/EBO/EBO_00001.jpg");

        Layout layout = layouts.detect(folder);

        assertThat(layout.name()).isEqualTo("published");
        assertThat(entries(layout))
                .containsExactly(
                        new LabelledFile(at("set/BLA/0001-1000/BLA_00001.jpg"), "BLA"),
                        new LabelledFile(at("set/BLA/1001-2000/BLA_01001.jpg"), "BLA"),
                        new LabelledFile(at("set/EBO/EBO_00001.jpg"), "EBO"));
    }

    @Test
    void theScaleOfASourceIsThatOfItsFilesUnlessTheySayTheirOwn() {
        touch("BLA_00001.jpg");
        write("manifest.csv", "path,class,microns_per_pixel\nBLA_00001.jpg,BLA,0.2\nBLA_00001.jpg,BLA,\n");
        assertThat(entries(new ScaledLayout(layouts.named("manifest", folder.resolve("manifest.csv")), 0.1)))
                .extracting(entry -> ((LabelledFile) entry).details().micronsPerPixel())
                .containsExactly(OptionalDouble.of(0.2), OptionalDouble.of(0.1));
        assertThatThrownBy(() -> new ScaledLayout(layouts.detect(folder), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filesInOneFolderAreClassedByTheirNames() {
        touch("BLA_00001.jpg", "EOS_00002.png");

        assertThat(entries(layouts.detect(folder)))
                .containsExactly(
                        new LabelledFile(at("BLA_00001.jpg"), "BLA"), new LabelledFile(at("EOS_00002.png"), "EOS"));
    }

    @Test
    void aFileWhoseNameDisagreesWithItsFolderIsSetAside() {
        touch("BLA/EBO_00001.jpg");

        assertThat(entries(layouts.detect(folder))).singleElement().satisfies(entry -> {
            assertThat(entry).isInstanceOf(SetAside.class);
            assertThat(((SetAside) entry).kind()).isEqualTo(SetAside.NAME_DISAGREES);
        });
    }

    @Test
    void whatSystemsAndPublishersLeaveBesideTheImagesIsIgnored() {
        touch("BLA/BLA_00001.jpg", "BLA/Thumbs.db", ".DS_Store", "__MACOSX/BLA/BLA_00001.jpg", "abbreviations.csv");

        List<LayoutEntry> entries = entries(layouts.detect(folder));

        assertThat(entries).filteredOn(LabelledFile.class::isInstance).hasSize(1);
        assertThat(entries).filteredOn(LayoutEntry.Ignored.class::isInstance).hasSize(4);
    }

    @Test
    void anImageInAForeignFormatIsSetAside() {
        touch("BLA/BLA_00001.webp");

        assertThat(entries(layouts.detect(folder)))
                .singleElement()
                .satisfies(entry -> assertThat(((SetAside) entry).kind()).isEqualTo(SetAside.UNSUPPORTED));
    }

    @Test
    void aFolderThatLooksLikeNoClassIsSetAsideWithTheNearestOne() {
        touch("BLA/BLA_00001.jpg", "BLAA/one.jpg");

        assertThat(entries(layouts.detect(folder)))
                .contains(new SetAside(
                        at("BLAA/one.jpg"),
                        SetAside.UNKNOWN_CLASS,
                        "neither folder nor file name gives a class: unknown class \"BLAA\"; did you mean BLA?"));
    }

    @Test
    void thePrefixClassesABloodCellAndTheMixedOnesAreSetAside() {
        touch("basophil/BA_1.jpg", "ig/IG_2.jpg", "ig/PMY_3.jpg", "eosinophil/BA_4.jpg");

        Layout layout = layouts.detect(folder);

        assertThat(layout.name()).isEqualTo("pbc");
        List<LayoutEntry> entries = entries(layout);
        assertThat(entries)
                .contains(
                        new LabelledFile(at("basophil/BA_1.jpg"), "BAS"), new LabelledFile(at("ig/PMY_3.jpg"), "PMO"));
        assertThat(entries)
                .filteredOn(SetAside.class::isInstance)
                .extracting(entry -> ((SetAside) entry).kind())
                .containsExactlyInAnyOrder(SetAside.UNKNOWN_CLASS, SetAside.NAME_DISAGREES);
    }

    @Test
    void aMappingFileNamesTheClassOfAnyFolder() {
        touch("young/a.jpg", "red/old/b.jpg", "dust/c.jpg", "else/d.jpg");
        Path mapping = write("mapping.txt", """
                folder,code
                young,BLA
                red/old,Erythroblast
                dust,
                """);

        List<LayoutEntry> entries = entries(layouts.folders(folder, mapping));

        assertThat(entries)
                .contains(
                        new LabelledFile(at("young/a.jpg"), "BLA"),
                        new LabelledFile(at("red/old/b.jpg"), "EBO"),
                        new LayoutEntry.Ignored(at("dust/c.jpg")));
        assertThat(entries)
                .filteredOn(SetAside.class::isInstance)
                .extracting(LayoutEntry::path)
                .containsExactly(at("else/d.jpg"));
    }

    @Test
    void anUnknownClassInAMappingFileIsAnErrorWithItsLine() {
        touch("young/a.jpg");
        Path mapping = write("mapping.csv", "folder,code\nyoung,BLAA\n");

        assertThatThrownBy(() -> layouts.folders(folder, mapping))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("did you mean BLA?");
    }

    @Test
    void aManifestGivesEverythingThatIsKnownOfACell() {
        touch("images/a.png", "elsewhere.jpg");
        String manifest = """
                Path;Class;Patient;Smear;Microns per pixel;Reader;Nucleus area
                ../images/a.png;BLA;P1;S1;0,25;Dr. Weiß;120
                ../elsewhere.jpg;ebo;;;;;
                """;
        write("set/manifest.csv", "\uFEFF" + manifest);

        List<LayoutEntry> entries = entries(layouts.detect(folder.resolve("set")));

        LabelledFile first = (LabelledFile) entries.getFirst();
        assertThat(first.path()).isEqualTo(at("images/a.png"));
        assertThat(first.reader()).contains("Dr. Weiß");
        assertThat(first.details().patient()).contains("P1");
        assertThat(first.details().micronsPerPixel()).hasValue(0.25);
        assertThat(first.details().extra()).containsExactly(Map.entry("Nucleus area", "120"));
        assertThat(entries.getLast()).isEqualTo(new LabelledFile(at("elsewhere.jpg"), "EBO"));
    }

    @Test
    void aLineOfAManifestThatDoesNotAddUpIsSetAsideWithItsNumber() {
        touch("a.png");
        Path manifest = write("list.csv", """
                path,class,microns_per_pixel
                a.png,BLAB,
                missing.png,BLA,
                ,BLA,
                a.png,,
                a.png,BLA,zero
                a.png,BLA
                a.png,BLA,0.2
                """);

        List<LayoutEntry> entries = entries(layouts.detect(manifest));

        assertThat(entries.subList(0, 6)).allSatisfy(entry -> assertThat(entry).isInstanceOf(SetAside.class));
        assertThat(entries.stream().filter(SetAside.class::isInstance).map(entry -> ((SetAside) entry).words()))
                .satisfiesExactly(
                        words -> assertThat(words).isEqualTo("line 2: unknown class \"BLAB\"; did you mean BLA?"),
                        words -> assertThat(words).isEqualTo("line 3: there is no such file"),
                        words -> assertThat(words).isEqualTo("line 4: the path is missing"),
                        words -> assertThat(words).isEqualTo("line 5: the class is missing"),
                        words -> assertThat(words).startsWith("line 6: microns per pixel must be"),
                        words -> assertThat(words).startsWith("line 7: it has not as many values"));
        assertThat(entries.getLast()).isInstanceOf(LabelledFile.class);
    }

    @Test
    void aManifestThatIsNotUtf8IsAnErrorThatSaysSo() throws IOException {
        Path manifest = folder.resolve("list.csv");
        Files.write(manifest, "path,class,reader\na.png,BLA,Weiß\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> entries(layouts.detect(manifest)))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aQuotationMarkTooManyIsAnErrorWithItsLine() {
        touch("a.png");
        Path manifest = write("list.csv", "path,class\na.png,BLA\n\"a.png,BLA\n");

        assertThatThrownBy(() -> entries(layouts.detect(manifest)))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("near line");
    }

    @Test
    void aFolderWithoutAnyKnownLayoutSaysWhatToDo() {
        touch("things/a.jpg");

        assertThatThrownBy(() -> layouts.detect(folder))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("--mapping");
    }

    @Test
    void aLinkBackToAFolderAboveDoesNotLoop() throws IOException {
        touch("BLA/BLA_00001.jpg");
        Files.createSymbolicLink(folder.resolve("BLA/again"), folder);

        assertThat(entries(layouts.detect(folder)))
                .filteredOn(LabelledFile.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theRealMarrowCellsAreFound() {
        Layout layout = Layouts.standard().detect(real("marrow"));

        assertThat(layout.name()).isEqualTo("published");
        assertThat(entries(layout)).filteredOn(LabelledFile.class::isInstance).hasSize(5805);
    }

    @Test
    void theRealBloodCellsAreFoundAndTheMixedOnesAreSetAside() {
        Layout layout = Layouts.standard().detect(real("blood"));

        List<LayoutEntry> entries = entries(layout);
        assertThat(layout.name()).isEqualTo("pbc");
        assertThat(entries).filteredOn(LabelledFile.class::isInstance).hasSize(3300);
        assertThat(entries).filteredOn(SetAside.class::isInstance).hasSize(120);
    }

    private static Path real(String collection) {
        String named = System.getenv("MEDULLA_TEST_DATA");
        Path beside = Path.of(System.getProperty("medulla.root", "."), "..", "shared", "data");
        Path data =
                (named == null ? beside : Path.of(named)).resolve(collection).normalize();
        Assumptions.assumeTrue(Files.isDirectory(data), "Skipped: the real cells are not at " + data);
        return data;
    }

    private static List<LayoutEntry> entries(Layout layout) {
        try (Stream<LayoutEntry> entries = layout.entries()) {
            return entries.toList();
        }
    }

    private Path at(String relative) {
        return folder.resolve(relative);
    }

    private void touch(String... files) {
        for (String file : files) {
            write(file, "");
        }
    }

    private Path write(String file, String text) {
        try {
            Files.createDirectories(at(file).getParent());
            return Files.writeString(at(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
