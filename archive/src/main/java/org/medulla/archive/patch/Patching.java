package org.medulla.archive.patch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.Annotations;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.cell.Cell;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.Cells;
import org.medulla.archive.cell.ClassesNow;
import org.medulla.archive.database.Database;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.decision.Decision;
import org.medulla.archive.decision.Decisions;
import org.medulla.archive.nomenclature.Nomenclatures;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/** Makes label patches of what was corrected here, applies those of others, and takes them back. */
public final class Patching {
    private final Database database;
    private final InstantSource clock;
    private final Cells cells;
    private final Annotations annotations;
    private final Decisions decisions;

    /** Patches the labels of a database. */
    public Patching(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.cells = new Cells(database);
        this.annotations = new Annotations(database, clock);
        this.decisions = new Decisions(database, clock);
    }

    /**
     * What changed since cells were frozen; that classes were merged since is no correction.
     *
     * @param title what it corrects, for people
     */
    public LabelPatch since(List<FrozenCell> frozen, String title) {
        ClassesNow classes = database.read(ClassesNow::of);
        List<Correction> corrections = new ArrayList<>();
        for (FrozenCell before : frozen) {
            cells.find(before.cell())
                    .filter(now -> !now.classCode().equals(classes.shown(before.classCode())))
                    .ifPresent(now -> corrections.add(correction(before, now)));
        }
        return new LabelPatch(title, corrections);
    }

    /**
     * Decides as a patch says, where a cell still has the class that the patch corrects: all of it or nothing.
     *
     * @throws MedullaException USER for a class that this archive never had, with the nearest one
     */
    public Outcome apply(LabelPatch patch) {
        return change(patch, patch.rule(), Correction::oldClass, Correction::newClass);
    }

    /** Gives cells their old classes again, where the patch's class is still theirs: all of it or nothing. */
    public Outcome takeBack(LabelPatch patch) {
        return change(patch, patch.ruleOfTakingBack(), Correction::newClass, Correction::oldClass);
    }

    private Outcome change(LabelPatch patch, String rule, Side from, Side to) {
        requireKnown(patch, to);
        ClassesNow classes = database.read(ClassesNow::of);
        List<Decision> changes = new ArrayList<>();
        List<Cell> others = new ArrayList<>();
        int already = 0;
        int missing = 0;
        for (Correction correction : patch.corrections()) {
            Optional<Cell> found = cells.find(correction.image());
            if (found.isEmpty()) {
                missing++;
            } else if (found.get().classCode().equals(classes.shown(to.of(correction)))) {
                already++;
            } else if (found.get().classCode().equals(classes.shown(from.of(correction)))) {
                changes.add(decision(found.get().id(), to.of(correction), correction));
            } else {
                others.add(found.get());
            }
        }
        if (!changes.isEmpty()) {
            database.write(handle -> {
                Decisions.write(handle, new Facts(handle, clock.instant()), OptionalLong.empty(), rule, changes);
                return changes;
            });
        }
        return new Outcome(changes.size(), already, missing, others);
    }

    /** A patch from another home may use classes that were never added here. */
    private void requireKnown(LabelPatch patch, Side to) {
        Nomenclature nomenclature = database.read(Nomenclatures::history).current();
        patch.corrections().stream()
                .map(to::of)
                .filter(code -> !code.equals(Decision.NO_CONSENSUS)
                        && nomenclature.known(code).isEmpty())
                .forEach(nomenclature::of);
    }

    private static Decision decision(CellId cell, String code, Correction correction) {
        return new Decision(
                cell,
                Optional.of(code).filter(known -> !known.equals(Decision.NO_CONSENSUS)),
                OptionalDouble.empty(),
                correction.votes(),
                correction.reason());
    }

    private Correction correction(FrozenCell before, Cell now) {
        Optional<Decided> decided = decisions.of(now.id()).stream().reduce((_, later) -> later);
        Optional<Annotation> read = annotations.of(now.id()).stream()
                .filter(annotation ->
                        !annotation.imported() && annotation.session().isEmpty())
                .reduce((_, later) -> later);
        boolean byReading = read.isPresent()
                && (decided.isEmpty() || read.get().at().isAfter(decided.get().at()));
        return new Correction(
                now.digest(),
                before.classCode(),
                now.classCode(),
                byReading ? Map.of() : decided.map(d -> d.decision().votes()).orElse(Map.of()),
                byReading
                        ? read.get().reading().reason()
                        : decided.flatMap(d -> d.decision().reason()));
    }

    @FunctionalInterface
    private interface Side {
        String of(Correction correction);
    }

    /**
     * What came of a patch.
     *
     * @param changed how many cells got another class
     * @param already how many had it already
     * @param missing how many images of the patch are not here
     * @param others cells that have a third class and were left alone
     */
    public record Outcome(int changed, int already, int missing, List<Cell> others) {
        public Outcome {
            others = List.copyOf(others);
        }
    }
}
