package org.medulla.laboratory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.experiment.Method;
import org.medulla.laboratory.experiment.PublishedRequest;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

class LabelAuditTest {
    private static final List<String> CLASSES = List.of("BLA", "EOS", "LYT", "NGS");

    @TempDir
    Path folder;

    @Test
    void blastsThatWereFiledAsEosinophilsStandAtTheTopOfTheList() throws IOException {
        Path phantoms = folder.resolve("phantoms");
        Phantoms.draw(new PhantomPlan(360, 6, 1), phantoms, Progress.silent());
        try (Archive archive = Archive.open(folder.resolve("home"))) {
            Layout layout = Layouts.standard().detect(phantoms);
            new ImageIntake(archive)
                    .run(new ImportPlan("phantoms", layout.root(), layout.name(), false), layout, Progress.silent());
            List<Cell> blasts = new ArrayList<>();
            archive.cells().forEach(CellQuery.all().ofClasses(List.of("BLA")), blasts::add);
            Set<CellId> planted = new HashSet<>();
            blasts.subList(0, 4).forEach(cell -> planted.add(cell.id()));
            archive.annotations()
                    .addAll(planted.stream()
                            .map(cell -> Reading.of(cell, "planted", "EOS"))
                            .toList());
            archive.datasets().freeze("all", CellQuery.all().ofClasses(CLASSES));

            LabelAudit.Audited audited = new LabelAudit(archive, "", InstantSource.system(), _ -> {})
                    .run(
                            new PublishedRequest(
                                    "all",
                                    OptionalInt.of(3),
                                    Method.named(List.of("features-svm")),
                                    Optional.empty(),
                                    Optional.empty(),
                                    1),
                            Progress.silent());

            assertThat(audited.cells().subList(0, 4)).allSatisfy(suspect -> {
                assertThat(planted).contains(suspect.cell().id());
                assertThat(suspect.suspect().givenClass()).isEqualTo("EOS");
                assertThat(suspect.suspect().suggestedClass()).isEqualTo("BLA");
                assertThat(suspect.probabilityOfSuggested()).isGreaterThan(suspect.probabilityOfGiven());
            });
            StringBuilder csv = new StringBuilder();
            SuspectCsv.write(audited.cells(), csv);
            assertThat(csv.toString())
                    .startsWith("rank,cell,sha256,file,source,given,suggested,score,p_given,p_suggested\n1,")
                    .hasLineCount(audited.cells().size() + 1);
        }
    }
}
