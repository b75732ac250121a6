package org.medulla.laboratory.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.intake.ImportPlan;
import org.medulla.archive.layout.Layout;
import org.medulla.archive.layout.Layouts;
import org.medulla.cytology.job.Progress;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.laboratory.dataset.Splitting;
import org.medulla.laboratory.intake.ImageIntake;
import org.medulla.vision.phantom.PhantomPlan;
import org.medulla.vision.phantom.Phantoms;

/** Homes with phantoms from two seeds in place of two laboratories; the second has no segmented neutrophils. */
final class TwoLaboratories {
    static final String FIRST = "near";
    static final String SECOND = "far";
    static final String ONLY_IN_FIRST = "NGS";

    private TwoLaboratories() {}

    static void draw(Path phantoms) {
        Phantoms.draw(new PhantomPlan(400, 16, 1), phantoms.resolve(FIRST), Progress.silent());
        Phantoms.draw(new PhantomPlan(400, 16, 2), phantoms.resolve(SECOND), Progress.silent());
    }

    /** An archive in this folder with both, frozen and split. */
    static Archive open(Path home, Path phantoms) {
        Archive archive = Archive.open(home);
        for (String source : List.of(FIRST, SECOND)) {
            Layout layout = Layouts.standard().detect(phantoms.resolve(source));
            new ImageIntake(archive)
                    .run(new ImportPlan(source, layout.root(), layout.name(), false), layout, Progress.silent());
        }
        Set<String> rest = new TreeSet<>(Nomenclature.standard().codes());
        rest.remove(ONLY_IN_FIRST);
        archive.datasets().freeze(FIRST, CellQuery.all().fromSources(List.of(FIRST)));
        archive.datasets()
                .freeze(SECOND, CellQuery.all().fromSources(List.of(SECOND)).ofClasses(rest));
        archive.datasets().freeze("both", CellQuery.all());
        for (String dataset : List.of(FIRST, SECOND, "both")) {
            new Splitting(archive).deal(dataset, 3, 1, Optional.empty());
        }
        return archive;
    }
}
