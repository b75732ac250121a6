package org.medulla.laboratory.smear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.dataset.StoredSplit;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.dataset.SplitUnit;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.audit.SmearAudit;
import org.medulla.laboratory.audit.SmearSheet;
import org.medulla.laboratory.dataset.Splitting;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

/** A hundred and fifty phantoms of eight patients, whose smears are known. */
class PseudoSmearsTest {
    @TempDir
    Path folder;

    private Archive archive;
    private final List<Cell> cells = new ArrayList<>();

    @BeforeEach
    void fill() {
        Path phantoms = folder.resolve("phantoms");
        Phantoms.draw(new PhantomPlan(150, 8, 1), phantoms, Progress.silent());
        archive = Archive.open(folder.resolve("home"));
        Layout layout = Layouts.standard().detect(phantoms);
        new ImageIntake(archive)
                .run(new ImportPlan("phantoms", layout.root(), layout.name(), false), layout, Progress.silent());
        archive.cells().forEach(CellQuery.all(), cells::add);
        archive.datasets().freeze("all", CellQuery.all());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void theyFollowTheSmearsAndNotTheClasses() {
        PseudoSmears smears = PseudoSmears.of(archive, ids(), OptionalInt.of(8), Progress.silent());
        List<Integer> groups =
                cells.stream().map(cell -> smears.groups().get(cell.id())).toList();
        assertThat(AdjustedRand.of(
                        cells.stream()
                                .map(cell -> cell.details().smear().orElseThrow())
                                .toList(),
                        groups))
                .isGreaterThan(0.5);
        assertThat(AdjustedRand.of(cells.stream().map(Cell::classCode).toList(), groups))
                .isLessThan(0.1);
    }

    @Test
    void theSamePicturesGiveTheSameGroupsInWhateverOrder() {
        assertThat(PseudoSmears.of(archive, ids().reversed(), OptionalInt.empty(), Progress.silent()))
                .isEqualTo(PseudoSmears.of(archive, ids(), OptionalInt.empty(), Progress.silent()));
    }

    @Test
    void aSplitKeepsEachInOneFold() {
        StoredSplit split = new Splitting(archive).dealPseudoSmears("all", 2, 1, Progress.silent());
        assertThat(split.split().plan().unit()).isEqualTo(SplitUnit.PSEUDO_SMEAR);
        PseudoSmears smears = PseudoSmears.of(archive, ids(), OptionalInt.empty(), Progress.silent());
        Map<String, Integer> folds = new HashMap<>();
        for (FrozenCell cell : archive.datasets().cells(archive.datasets().get("all"))) {
            int fold = split.split().foldOf(cell.digest().hex()).orElseThrow();
            assertThat(folds.merge(smears.name(cell.cell()), fold, (first, _) -> first))
                    .isEqualTo(fold);
        }
        assertThat(folds.values()).contains(0, 1);
        assertThat(archive.splits().newest(archive.datasets().get("all"))).contains(split);
        assertThat(archive.verify(Progress.silent()).findings()).isEmpty();
    }

    @Test
    void anAuditShowsTheirClasses() {
        SmearAudit.Audited audited = new SmearAudit(archive).ofDataset("all", OptionalInt.of(5), Progress.silent());
        assertThat(audited.groups()).hasSize(5);
        assertThat(audited.groups().stream()
                        .mapToInt(group -> group.cells().size())
                        .sum())
                .isEqualTo(150);
        assertThat(audited.classToldBySmear()).isGreaterThanOrEqualTo(audited.mostFrequentClass());
        assertThat(SmearSheet.html(archive, audited, "medulla 0"))
                .contains("5 pseudo-smears of 150 cells", "Pseudo-smear 5", "For Research Use Only");
    }

    @Test
    void tooFewCellsAreRefused() {
        assertThatThrownBy(() -> PseudoSmears.of(archive, ids().subList(0, 99), OptionalInt.empty(), Progress.silent()))
                .isInstanceOf(MedullaException.class)
                .hasMessageContaining("100");
    }

    private List<CellId> ids() {
        return cells.stream().map(Cell::id).toList();
    }
}
