package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

/** Homes with a few phantoms. */
final class PhantomHome {
    static final String DATASET = "phantoms";

    private PhantomHome() {}

    static void draw(Path phantoms) {
        Phantoms.draw(new PhantomPlan(480, 16, 1), phantoms, Progress.silent());
    }

    /** An archive in this folder with the phantoms, frozen and not split. */
    static Archive open(Path home, Path phantoms) {
        Archive archive = Archive.open(home);
        Layout layout = Layouts.standard().detect(phantoms);
        new ImageIntake(archive)
                .run(new ImportPlan("phantoms", layout.root(), layout.name(), false), layout, Progress.silent());
        archive.datasets().freeze(DATASET, CellQuery.all());
        return archive;
    }
}
