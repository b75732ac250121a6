package org.medulla.laboratory.contribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.contribution.Contribution;
import org.medulla.archive.contribution.ContributionItem;
import org.medulla.archive.contribution.ContributionPlan;
import org.medulla.archive.contribution.ItemFinding;
import org.medulla.archive.contribution.Verdict;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.job.CancelledException;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.laboratory.release.Licences;
import org.medulla.laboratory.release.ReleaseForm;
import org.medulla.laboratory.release.ReleaseRequest;
import org.medulla.laboratory.release.ReleaseWriter;
import org.medulla.vision.deidentification.FileInspector;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

class ContributionTest {
    private static final String CONSENT = "Broad consent of the biobank, ethics vote 17/2026";

    @TempDir
    Path folder;

    private Archive archive;
    private List<Path> offered;

    @BeforeEach
    void fill() throws IOException {
        draw(20, 1, "ours");
        draw(40, 2, "offered");
        archive = Archive.open(folder.resolve("home"));
        Layout layout = Layouts.standard().detect(folder.resolve("ours"));
        new ImageIntake(archive)
                .run(new ImportPlan("ours", layout.root(), layout.name(), false), layout, Progress.silent());
        offered = pictures("offered");
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void aCleanContributionPassesWholeAndEverythingIsInTheAuditTrail() throws IOException {
        Path sent = folder.resolve("sent");
        for (int i = 0; i < 8; i++) {
            copy(offered.get(i), sent.resolve((i < 4 ? "BLA/a" : "Lymphocyte/b") + i + ".jpg"));
        }
        Contribution contribution = receive(sent, ClassWords.of(Optional.empty(), Nomenclature.standard()));
        assertThat(archive.contributions().items(contribution))
                .allSatisfy(item -> assertThat(item.verdict().way()).isEqualTo(Verdict.Way.OPEN));
        assertThat(cells()).as("nothing is in the collection yet").isEqualTo(20);
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();

        AcceptanceReport report = accept(contribution, order());
        assertThat(report.cellsByClass()).containsExactly(Map.entry("BLA", 4L), Map.entry("LYT", 4L));
        assertThat(report.heldBack()).isEmpty();
        assertThat(cells()).isEqualTo(28);
        Cell cell = archive.cells()
                .page(CellQuery.all().fromSources(List.of("north")), 0)
                .cells()
                .getFirst();
        assertThat(archive.annotations().of(cell.id()))
                .singleElement()
                .satisfies(reading -> assertThat(reading.reader()).isEqualTo("north"));
        assertThat(cell.details().micronsPerPixel()).hasValue(0.1);
        assertThat(archive.contributions().licences().get(cell.digest())).containsExactly("CC-BY-4.0");
        assertThat(archive.audit().after(0, 100))
                .extracting(entry -> entry.action() + ": " + entry.subject())
                .contains(
                        "receive begun: Northern Hospital",
                        "receive: contribution 1 of Northern Hospital",
                        "receive finished: contribution 1 of Northern Hospital",
                        "accept: contribution 1 of Northern Hospital, by Weiß",
                        "import finished: north");
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
        assertThat(folder.resolve("home/inbox/1")).doesNotExist();
        assertThatThrownBy(() -> accept(contribution, order()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("accepted as a whole");
    }

    @Test
    void everythingPlantedIsFound() throws IOException {
        Contribution contribution = receive(planted(), ClassWords.of(Optional.empty(), Nomenclature.standard()));
        assertThat(kinds(contribution, "exif.jpg"))
                .contains("metadata name", "metadata position", "metadata thumbnail");
        assertThat(kinds(contribution, "comment.jpg")).contains("metadata name", "metadata date of birth");
        assertThat(kinds(contribution, "birth.jpg")).contains("columns date of birth");
        assertThat(kinds(contribution, "letters.png")).contains("pixels burnt in text");
        assertThat(kinds(contribution, "blurred.png")).contains("quality out of focus");
        assertThat(kinds(contribution, "dark.png")).contains("quality under-exposed");
        assertThat(kinds(contribution, "empty.png")).anyMatch(kind -> kind.contains("quality"));
        assertThat(kinds(contribution, "same.jpg")).contains("duplicates same file");
        assertThat(kinds(contribution, "coded.jpg")).contains("duplicates looks the same");
        assertThat(kinds(contribution, "again.jpg")).contains("duplicates same file");
        assertThat(kinds(contribution, "unknown.jpg")).contains("class unknown class word");
        assertThat(kinds(contribution, "corrupt.jpg")).contains("file truncated");
        assertThat(kinds(contribution, "notsent.png")).contains("file missing");
        ContributionItem named = archive.contributions().items(contribution).stream()
                .filter(item -> item.path().startsWith("item-"))
                .findFirst()
                .orElseThrow();
        assertThat(named.findings()).extracting(ItemFinding::kind).contains("date of birth", "name");
        ItemFinding same = item(contribution, "same.jpg").findings().getFirst();
        assertThat(same.words()).contains("of ours").contains("cell ");
    }

    @Test
    void noFactRepeatsWhatTellsWhoThePatientIs() throws IOException {
        receive(planted(), ClassWords.of(Optional.empty(), Nomenclature.standard()));
        archive.close();
        byte[] database = Files.readAllBytes(folder.resolve("home/medulla.sqlite"));
        String text = new String(database, java.nio.charset.StandardCharsets.ISO_8859_1);
        for (String secret : List.of("Mueller", "1956", "Schmidt", "Vogel", "1949")) {
            assertThat(text).doesNotContain(secret);
        }
        archive = Archive.open(folder.resolve("home"));
    }

    @Test
    void nothingIdentifyingIsAcceptedUnlessCleanedOrNamedWithAReason() throws IOException {
        Contribution contribution = receive(planted(), ClassWords.of(Optional.empty(), Nomenclature.standard()));
        AcceptanceReport plain = accept(contribution, order());
        assertThat(plain.heldBack().keySet())
                .containsExactlyInAnyOrder(
                        Verdict.NEAR_DUPLICATE,
                        Verdict.IDENTIFYING,
                        Verdict.LETTERS,
                        Verdict.UNMAPPED,
                        Verdict.DUPLICATE,
                        Verdict.UNREADABLE);
        assertThat(plain.heldBack().get(Verdict.IDENTIFYING)).hasSize(4);

        AcceptanceReport cleaned = accept(
                contribution, new AcceptanceOrder("Weiß", List.of(), List.of(), List.of(), true, Optional.empty()));
        assertThat(cleaned.cleaned()).isEqualTo(4);
        for (Cell cell : archive.cells()
                .page(CellQuery.all().fromSources(List.of("north")), 0)
                .cells()) {
            assertThat(ReceivedFile.serious(
                            FileInspector.inspect(archive.images().bytes(cell))))
                    .isEmpty();
            assertThat(cell.path().toString()).doesNotContain("Mueller");
            assertThat(cell.details().extra().keySet()).doesNotContain("date of birth");
        }
        assertThatThrownBy(() -> accept(
                        contribution,
                        new AcceptanceOrder(
                                "Weiß", List.of(), List.of(), List.of("letters.png"), false, Optional.empty())))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("--reason");
        AcceptanceReport letters = accept(
                contribution,
                new AcceptanceOrder(
                        "Weiß",
                        List.of("letters.png"),
                        List.of(),
                        List.of("letters.png"),
                        false,
                        Optional.of("a scale")));
        assertThat(letters.accepted()).isEqualTo(1);
        assertThatThrownBy(() -> accept(
                        contribution,
                        new AcceptanceOrder(
                                "Weiß", List.of("letters.png"), List.of(), List.of(), false, Optional.empty())))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("was accepted before");
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void anUnknownClassWordWaitsForAClassMap() throws IOException {
        Contribution contribution = receive(planted(), ClassWords.of(Optional.empty(), Nomenclature.standard()));
        Path map = Files.writeString(folder.resolve("map.csv"), "name,code,remark\nGromit,PLM,\n");
        AcceptanceReport report = new Accepting(archive)
                .run(
                        contribution.id(),
                        new AcceptanceOrder(
                                "Weiß", List.of("unknown.jpg"), List.of(), List.of(), false, Optional.empty()),
                        ClassWords.of(Optional.of(map.toString()), Nomenclature.standard()),
                        Progress.silent());
        assertThat(report.cellsByClass()).containsExactly(Map.entry("PLM", 1L));
    }

    @Test
    void whatIsSentBackGoesWithALetterAndLeavesNothing() throws IOException {
        Contribution contribution = receive(planted(), ClassWords.of(Optional.empty(), Nomenclature.standard()));
        accept(contribution, order());
        Path letter = folder.resolve("letter");
        long back = new SendingBack(archive).run(contribution.id(), "Weiß", "Names of patients", letter);
        assertThat(back).isGreaterThan(8);
        assertThat(Files.readString(letter.resolve(SendingBack.LETTER)))
                .contains("To: Northern Hospital")
                .contains("Names of patients")
                .contains("Gromit");
        assertThat(Files.readString(letter.resolve(SendingBack.LIST)))
                .contains("Mueller_Hans_1956-03-12")
                .contains("letters.png")
                .contains("export the picture without letters");
        assertThat(folder.resolve("home/inbox/1")).doesNotExist();
        assertThat(archive.contributions().get(1).state()).isEqualTo("partly accepted, rest sent back");
        assertThatThrownBy(() -> accept(contribution, order())).hasMessageContaining("sent back");
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void aReceiptThatWasStoppedGoesOnToTheSameEnd() throws IOException {
        Path sent = planted();
        ClassWords words = ClassWords.of(Optional.empty(), Nomenclature.standard());
        try (Archive other = Archive.open(folder.resolve("home"))) {
            assertThatThrownBy(() -> new Receiving(other, UnpackLimits.USUAL)
                            .run(plan(sent), words, stoppingAfter("Looking at pictures", 7)))
                    .isInstanceOf(CancelledException.class);
        }
        Contribution resumed = receive(sent, words);
        assertThat(resumed.id()).isEqualTo(1);
        List<ContributionItem> items = archive.contributions().items(resumed);
        Contribution second = new Receiving(archive, UnpackLimits.USUAL).run(plan(sent), words, Progress.silent());
        assertThat(second.id()).isEqualTo(2);
        assertThat(archive.contributions().items(second)).isEqualTo(items);
        assertThat(second.end()).isEqualTo(resumed.end());
    }

    @Test
    void anAcceptanceThatWasStoppedGoesOnWithWhatIsLeft() throws IOException {
        Contribution contribution = receive(planted(), ClassWords.of(Optional.empty(), Nomenclature.standard()));
        assertThatThrownBy(() -> new Accepting(archive)
                        .run(
                                contribution.id(),
                                order(),
                                ClassWords.of(Optional.empty(), Nomenclature.standard()),
                                stoppingAfter("Accepting", 3)))
                .isInstanceOf(CancelledException.class);
        accept(contribution, order());
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
        assertThat(archive.contributions().get(1).accepted()).isEqualTo(cells() - 20);
    }

    @Test
    void aFileThatWasChangedInTheInboxIsFound() throws IOException {
        receive(planted(), ClassWords.of(Optional.empty(), Nomenclature.standard()));
        Path file = folder.resolve("home/inbox/1/files/letters.png");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(archive.verify(Progress.silent()).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.which()).contains("of contribution 1"));
    }

    @Test
    void aReleaseBearsTheLicenceOfEachContributedPictureAndRefusesAnother() throws IOException {
        Path sent = folder.resolve("sent");
        copy(offered.getFirst(), sent.resolve("BLA/a.jpg"));
        accept(receive(sent, ClassWords.of(Optional.empty(), Nomenclature.standard())), order());
        archive.datasets().freeze("all", CellQuery.all());
        new ReleaseWriter(archive)
                .write(
                        ReleaseRequest.of("all", folder.resolve("release"), ReleaseForm.FOLDER, "medulla test"),
                        Progress.silent());
        assertThat(Files.readAllLines(folder.resolve("release/cells.csv")))
                .filteredOn(line -> line.contains(",CC-BY-4.0,"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",north,"));
        ReleaseRequest other = new ReleaseRequest(
                "all",
                folder.resolve("other"),
                ReleaseForm.FOLDER,
                Optional.empty(),
                Optional.empty(),
                Licences.read(List.of("north=CC0-1.0")),
                Optional.empty(),
                Optional.empty(),
                ReleaseRequest.USUAL_SHARD,
                "medulla test");
        assertThatThrownBy(() -> new ReleaseWriter(archive).write(other, Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("CC-BY-4.0");
        assertThat(folder.resolve("other/release.json")).doesNotExist();
    }

    @Test
    void withoutLicenceOrConsentNothingIsReceived() {
        for (String[] terms : new String[][] {{"", CONSENT}, {"CC-BY-4.0", " "}}) {
            assertThatThrownBy(() -> new ContributionPlan(
                            "north",
                            "Northern Hospital",
                            Optional.empty(),
                            terms[0],
                            terms[1],
                            folder,
                            Optional.empty(),
                            OptionalDouble.empty()))
                    .isInstanceOf(MedullaException.class)
                    .hasMessageContaining("is not received without");
        }
    }

    /** A zip of phantoms with a manifest and all that must be found. */
    private Path planted() throws IOException {
        byte[] first = Files.readAllBytes(offered.get(0));
        byte[] jpeg = PlantedFiles.pixels(Files.readAllBytes(offered.get(1))).toJpeg(92);
        byte[] other = PlantedFiles.pixels(Files.readAllBytes(offered.get(2))).toJpeg(92);
        byte[] ours = Files.readAllBytes(pictures("ours").getFirst());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("good.jpg", first);
        files.put("exif.jpg", PlantedFiles.withSegments(jpeg, PlantedFiles.exif("Anna Schmidt")));
        files.put(
                "comment.jpg",
                PlantedFiles.withSegments(other, PlantedFiles.comment("Patient: Vogel, geb. 12.03.1949")));
        files.put("Mueller_Hans_1956-03-12/cell.jpg", Files.readAllBytes(offered.get(3)));
        files.put("birth.jpg", Files.readAllBytes(offered.get(4)));
        files.put(
                "letters.png",
                PlantedFiles.withLetters(PlantedFiles.pixels(Files.readAllBytes(offered.get(5))), "12.03.1957"));
        files.put("blurred.png", PlantedFiles.blurred(PlantedFiles.pixels(Files.readAllBytes(offered.get(6)))));
        files.put("dark.png", PlantedFiles.darkened(PlantedFiles.pixels(Files.readAllBytes(offered.get(7)))));
        files.put("empty.png", PlantedFiles.empty(250));
        files.put("same.jpg", ours);
        files.put(
                "coded.jpg",
                PlantedFiles.pixels(Files.readAllBytes(pictures("ours").get(1))).toJpeg(70));
        files.put("again.jpg", first);
        files.put("unknown.jpg", Files.readAllBytes(offered.get(8)));
        files.put("corrupt.jpg", java.util.Arrays.copyOf(jpeg, jpeg.length / 2));
        StringBuilder manifest = new StringBuilder("path,class,date of birth\n");
        files.keySet()
                .forEach(name -> manifest.append(name)
                        .append(name.startsWith("unknown") ? ",Gromit," : ",BLA,")
                        .append(name.startsWith("birth") ? "1949-05-06\n" : "\n"));
        manifest.append("notsent.png,BLA,\n");
        files.put("manifest.csv", manifest.toString().getBytes(UTF_8));
        return zip("sent.zip", files);
    }

    private Path zip(String name, Map<String, byte[]> files) throws IOException {
        Path zip = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue());
            }
        }
        return zip;
    }

    private Contribution receive(Path sent, ClassWords words) {
        return new Receiving(archive, UnpackLimits.USUAL).run(plan(sent), words, Progress.silent());
    }

    private static ContributionPlan plan(Path sent) {
        return new ContributionPlan(
                "north",
                "Northern Hospital",
                Optional.of("lab@example.org"),
                "CC-BY-4.0",
                CONSENT,
                sent,
                Optional.empty(),
                OptionalDouble.of(0.1));
    }

    private AcceptanceReport accept(Contribution contribution, AcceptanceOrder order) {
        return new Accepting(archive)
                .run(
                        contribution.id(),
                        order,
                        ClassWords.of(Optional.empty(), Nomenclature.standard()),
                        Progress.silent());
    }

    private static AcceptanceOrder order() {
        return new AcceptanceOrder("Weiß", List.of(), List.of(), List.of(), false, Optional.empty());
    }

    private ContributionItem item(Contribution contribution, String path) {
        return archive.contributions().items(contribution).stream()
                .filter(item -> item.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kinds(Contribution contribution, String path) {
        return item(contribution, path).findings().stream()
                .map(finding -> finding.check() + " " + finding.kind())
                .toList();
    }

    private long cells() {
        return archive.cells().count(CellQuery.all());
    }

    private void draw(int count, long seed, String name) {
        Phantoms.draw(new PhantomPlan(count, 4, seed), folder.resolve(name), Progress.silent());
    }

    private List<Path> pictures(String name) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve(name))) {
            return walk.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static Progress stoppingAfter(String stageName, long steps) {
        return (name, total) -> new Progress.Stage() {
            private long done;

            @Override
            public void advance(long more) {
                done += more;
                if (name.equals(stageName) && done > steps) {
                    throw new CancelledException(name);
                }
            }

            @Override
            public void note(String words) {}

            @Override
            public void close() {}
        };
    }
}
