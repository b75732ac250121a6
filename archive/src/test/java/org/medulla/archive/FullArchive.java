package org.medulla.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.medulla.archive.annotation.Certainty;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.CellDetails;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.dataset.DatasetVersion;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.digest.Digest;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.LabelledFile;
import org.medulla.archive.prediction.Prediction;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.archive.session.SessionPlan;
import org.medulla.cytology.dataset.DatasetItem;
import org.medulla.cytology.dataset.SplitPlan;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.dataset.Splitter;

/** Something in every table: names that sort differently by language than by code point, unknown patients, copies, refusals. */
public final class FullArchive {
    /** How many cells it has. */
    public static final int CELLS = 24;

    private static final List<String> CLASSES = List.of("BLA", "EBO", "NGS", "LYT");
    private static final Digest MODEL = Digest.of("the model".getBytes(StandardCharsets.UTF_8));

    private FullArchive() {}

    /** A clock that stands still, so that two archives bear the same times. */
    public static InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    }

    /** Fills an archive from files that are written into a folder. */
    public static void fill(Archive archive, Path folder) {
        importCells(archive, folder);
        archive.annotations().add(reading(2, "Dr. Weiß", "PMO"));
        archive.annotations()
                .add(Reading.of(new CellId(3), "Dr. Roth", "MYB")
                        .because("granules ☉")
                        .blinded(true));
        DatasetVersion all = archive.datasets().freeze("all", CellQuery.all());
        List<DatasetItem> items =
                archive.datasets().cells(all).stream().map(FrozenCell::item).toList();
        archive.splits().store(all, Splitter.split(items, new SplitPlan(2, 1, SplitUnit.CELL)));
        archive.models().add("first", new byte[] {1, 2, 3}, Optional.of(all.digest()), "{\"network\":\"small\"}");
        ReadingSession session = archive.sessions()
                .create(new SessionPlan(
                        "spring",
                        SessionKind.BLIND,
                        List.of("Dr. Weiß", "Dr. Roth"),
                        Optional.empty(),
                        1,
                        List.of(new CellId(5), new CellId(1))));
        archive.sessions().readings(session).add(List.of(Reading.of(new CellId(1), "Dr. Weiß", "PMO")));
        archive.decisions()
                .add(
                        session,
                        "majority",
                        List.of(
                                new Decision(
                                        new CellId(1),
                                        Optional.of("PMO"),
                                        OptionalDouble.of(0.25),
                                        Map.of("PMO", 1),
                                        Optional.empty()),
                                new Decision(
                                        new CellId(5),
                                        Optional.empty(),
                                        OptionalDouble.empty(),
                                        Map.of(),
                                        Optional.of("unclear"))));
        archive.predictions()
                .add(
                        MODEL,
                        List.of(
                                new Prediction(new CellId(1), "BLA", 0.7f, "PMO", 0.1f, true, 0.4f),
                                new Prediction(new CellId(2), "PMO", 0.5f, "BLA", 0.4f, false, 1.2f)));
    }

    private static void importCells(Archive archive, Path folder) {
        List<LabelledFile> files = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            String classCode = CLASSES.get(i % CLASSES.size());
            String name = (i % 3 == 0 ? "ä" : i % 3 == 1 ? "B" : "a") + "_" + i + ".jpg";
            LabelledFile file = Synthetic.file(folder, classCode, name, "cell " + i);
            files.add(new LabelledFile(file.path(), classCode, Optional.empty(), details(i)));
        }
        files.add(Synthetic.file(folder, "EOS", "copy.jpg", "cell 0"));
        files.add(Synthetic.file(folder, "EOS", "broken.jpg", "bad"));
        files.forEach(file -> assertThat(file.path().toFile().setLastModified(1_700_000_000_000L))
                .isTrue());
        Synthetic.importAll(archive, new ImportPlan("published", folder, "published", false), files, 5);
    }

    /** Imports the same files once more. */
    public static void importAgain(Archive archive, Path folder) {
        importCells(archive, folder);
    }

    private static CellDetails details(int number) {
        return new CellDetails(
                number % 2 == 0 ? Optional.of("P" + number / 4) : Optional.empty(),
                Optional.empty(),
                number % 5 == 0 ? Optional.of("AML") : Optional.empty(),
                Optional.of("Pappenheim"),
                Optional.empty(),
                number % 3 == 0 ? OptionalDouble.of(0.096) : OptionalDouble.empty(),
                number % 7 == 0 ? Map.of("clinic", "Süd") : Map.of());
    }

    private static Reading reading(long cell, String reader, String classCode) {
        return new Reading(
                new CellId(cell),
                reader,
                classCode,
                Optional.empty(),
                Optional.of(Certainty.LIKELY),
                OptionalDouble.of(2.5),
                false,
                Optional.of(MODEL));
    }
}
