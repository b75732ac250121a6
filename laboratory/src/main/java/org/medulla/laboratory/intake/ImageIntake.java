package org.medulla.laboratory.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.intake.ImportSummary;
import org.medulla.archive.intake.Incoming;
import org.medulla.archive.intake.Intake;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.LayoutEntry;
import org.medulla.archive.layout.SetAside;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.pipeline.OrderedWork;

/**
 * An import from the first file to the list of what was set aside. All cores decode, one thread writes; killed at any point and
 * run again with the same plan, it goes on where it stopped.
 */
public final class ImageIntake {
    private static final int BATCH = 1000;

    private final Archive archive;

    /** Imports into this archive. */
    public ImageIntake(Archive archive) {
        this.archive = archive;
    }

    /** Takes in what a layout finds, in the layout's order, which is the same each time. */
    public IntakeReport run(ImportPlan plan, Layout layout, Progress progress) {
        long total = count(layout);
        try (Intake intake = archive.intake(plan);
                Stream<LayoutEntry> files = layout.entries();
                Progress.Stage stage = progress.stage("Importing", total)) {
            FileInspection inspection = new FileInspection(intake);
            List<Incoming> batch = new ArrayList<>(BATCH);
            OrderedWork.onAllCores("Importing").run(files.iterator(), inspection::inspect, found -> {
                found.ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    intake.store(batch);
                    batch.clear();
                }
                stage.advance(1);
            });
            intake.store(batch);
            return report(intake.finish());
        }
    }

    private static long count(Layout layout) {
        try (Stream<LayoutEntry> files = layout.entries()) {
            return files.count();
        }
    }

    private IntakeReport report(ImportSummary summary) {
        Map<String, Long> reasons = new TreeMap<>();
        for (SetAside setAside : summary.setAside()) {
            reasons.merge(setAside.kind(), 1L, Long::sum);
        }
        Path list = archive.home().resolve("imports").resolve(summary.importId() + "-set-aside.csv");
        new SetAsideList(list).write(summary.setAside());
        return new IntakeReport(
                summary,
                archive.cells().countsByClass(CellQuery.all().fromSources(List.of(summary.source()))),
                reasons,
                list);
    }
}
