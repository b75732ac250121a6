package org.medulla.vision.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medulla.vision.image.TestPictures;
import org.medulla.vision.phantom.PhantomCell;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.PhantomSeries;

class IdentifyingTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seen on 2021-03-17 at ten | DATE | TO_LOOK_AT | 2021-03-17",
                "2021:03:17 10:15:00 | DATE | TO_LOOK_AT | 2021:03:17",
                "17.03.2021 | DATE | TO_LOOK_AT | 17.03.2021",
                "17.3.21 | DATE | TO_LOOK_AT | 17.3.21",
                "03/17/2021 | DATE | TO_LOOK_AT | 03/17/2021",
                "scan_20210317_101500 | DATE | TO_LOOK_AT | 20210317",
                "20210317101500 | DATE | TO_LOOK_AT | 20210317",
                "17 March 2021 | DATE | TO_LOOK_AT | 17 March 2021",
                "Mar 17, 2021 | DATE | TO_LOOK_AT | Mar 17, 2021",
                "12.03.1957 | DATE_OF_BIRTH | IDENTIFYING | 12.03.1957",
                "*03.04.2011 | DATE_OF_BIRTH | IDENTIFYING | 03.04.2011",
                "geb. 3.4.11 | DATE_OF_BIRTH | IDENTIFYING | 3.4.11",
                "DOB 2011-04-03 | DATE_OF_BIRTH | IDENTIFYING | 2011-04-03",
                "write to anna.b@clinic.example.org | EMAIL_ADDRESS | IDENTIFYING | anna.b@clinic.example.org",
                "seen by Dr. med. Meier | NAME | IDENTIFYING | Dr. med. Meier",
                "Frau_M\u00fcller/3.png | NAME | IDENTIFYING | Frau_M\u00fcller",
                "M\u00fcller_Anna/img_1.png | NAME | IDENTIFYING | M\u00fcller_Anna",
                "Schmidt_Holger.jpg | NAME | IDENTIFYING | Schmidt_Holger",
                "Kowalewska_Zdzislawa.jpg | NAME | TO_LOOK_AT | Kowalewska_Zdzislawa",
                "hans_mueller_3.jpg | NAME | TO_LOOK_AT | hans_mueller",
                "MUELLER^ANNA | NAME | IDENTIFYING | MUELLER^ANNA",
                "Patient: Huber | NAME | IDENTIFYING | Patient: Huber",
                "E2021-12345 | NUMBER | TO_LOOK_AT | E2021-12345",
                "H21/004711 | NUMBER | TO_LOOK_AT | H21/004711",
                "slide 123456789 | NUMBER | TO_LOOK_AT | 123456789",
                "A123456780 | NUMBER | IDENTIFYING | A123456780",
                "B123456780 | NUMBER | TO_LOOK_AT | B123456780",
                "123-45-6789 | NUMBER | IDENTIFYING | 123-45-6789",
                "943 476 5919 | NUMBER | IDENTIFYING | 943 476 5919",
                "65170839J003 | NUMBER | IDENTIFYING | 65170839J003"
            })
    void whatTellsWhoSomebodyIsIsFound(String text, FindingKind kind, Severity severity, String excerpt) {
        assertThat(IdentifyingText.find("here", text)).containsExactly(new Finding("here", kind, severity, excerpt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BM_cytomorphology_data/BLA/0001-1000/BLA_00001.jpg",
                "BM_cytomorphology_data/NGS/19001-20000/NGS_19123.jpg",
                "BM_cytomorphology_data/NGS/2001-3000/NGS_02001.jpg",
                "PBC_dataset_normal_DIB/basophil/BA_100102.jpg",
                "PBC_dataset_normal_DIB/basophil/BA_24200302.jpg",
                "ALL_IDB1/im/Im001_1.jpg",
                "Bone_Marrow/Giant_Platelet.jpg",
                "Acute_Promyelocytic/Neutrophil_Segmented.png",
                "May Gr\u00fcnwald Giemsa",
                "PHANTOM-0004-S2",
                "3f786850e387550fdab836ed7e6dc881de23001b.png",
                "0.1381 um per pixel, 2021 cells",
                "version 1.19.2004, build 99.99.99",
                "31.02.2021",
                ""
            })
    void whatTellsNothingIsLeftAlone(String text) {
        assertThat(IdentifyingText.inPath(text)).isEmpty();
    }

    @Test
    void columnsOfNamesAndBirthsIdentifyWhateverTheyHold() {
        assertThat(kinds("patient_name", "x")).containsExactly(FindingKind.NAME);
        assertThat(kinds("Nachname", "Weiss")).containsExactly(FindingKind.NAME);
        assertThat(kinds("date of birth", "1.1.")).containsExactly(FindingKind.DATE_OF_BIRTH);
        assertThat(kinds("Geburtsjahr", "1950")).containsExactly(FindingKind.DATE_OF_BIRTH);
        assertThat(kinds("Fallnummer", "77")).containsExactly(FindingKind.NUMBER);
        assertThat(kinds("patient_name", " ")).isEmpty();
        assertThat(kinds("patient", "P0017")).isEmpty();
        assertThat(kinds("class name", "blast")).isEmpty();
        assertThat(kinds("patient", "Huber_Maria")).containsExactly(FindingKind.NAME);
    }

    @Test
    void phantomsAndTheirManifestGiveNoFinding() {
        PhantomSeries series = PhantomSeries.of(new PhantomPlan(300, 40, 3));
        for (int i = 0; i < series.size(); i++) {
            PhantomCell cell = series.cell(i);
            assertThat(IdentifyingText.inPath(cell.path())).isEmpty();
            assertThat(IdentifyingText.inPath(cell.mask())).isEmpty();
            for (String value : List.of(cell.patient(), cell.smear(), cell.diagnosis(), cell.stain(), cell.scanner())) {
                assertThat(IdentifyingText.inColumn("patient", value)).as(value).isEmpty();
            }
        }
    }

    @Test
    void pathsOfPublishedImagesGiveNoFinding() throws IOException {
        Optional<Path> data = TestPictures.realImages();
        assumeTrue(data.isPresent(), "Skipped: no folder of real images beside the project (MEDULLA_TEST_DATA)");
        Path root = data.orElseThrow();
        for (String set : List.of("marrow", "blood", "bccd", "marrow-original")) {
            try (Stream<Path> files = Files.walk(root.resolve(set))) {
                assertThat(files.map(file -> root.relativize(file).toString()))
                        .allSatisfy(
                                path -> assertThat(IdentifyingText.inPath(path)).isEmpty());
            }
        }
    }

    @Property(tries = 300)
    void everyDayOfACameraIsFoundInEveryFormat(
            @ForAll @IntRange(min = 1990, max = 2049) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day) {
        for (String format : List.of("%d-%02d-%02d", "%d%02d%02d", "%d_%02d_%02d", "%d.%d.%d")) {
            String text = String.format(Locale.ROOT, format, year, month, day);
            assertThat(IdentifyingText.inPath("a_" + text + "/b.jpg"))
                    .containsExactly(new Finding("path", FindingKind.DATE, Severity.TO_LOOK_AT, text));
        }
        String german = String.format(Locale.ROOT, "%d.%d.%d", day, month, year);
        assertThat(IdentifyingText.find("text", german)).hasSize(1);
    }

    @Property(tries = 300)
    void anyTextIsJudgedWithoutError(@ForAll String text) {
        assertThat(IdentifyingText.find("text", text)).isNotNull();
        assertThat(IdentifyingText.inColumn(text, text)).isNotNull();
    }

    @Test
    void textsThatLeadPatternsAstrayAreJudged() {
        for (String part : List.of("a", "1", "1.", "A_", "Ab", "Dr. ", "a@", "2021-", " ", "\n")) {
            assertThat(IdentifyingText.find("text", part.repeat(100_000))).isNotNull();
        }
    }

    private static List<FindingKind> kinds(String column, String value) {
        return IdentifyingText.inColumn(column, value).stream()
                .map(Finding::kind)
                .toList();
    }
}
