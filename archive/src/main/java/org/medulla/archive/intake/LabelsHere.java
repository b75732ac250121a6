package org.medulla.archive.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.database.Portions;
import org.medulla.archive.database.Sql;
import org.medulla.archive.decision.Decision;

/** The readings and decisions that a cell has here before its other ones come back. */
final class LabelsHere {
    private static final String READINGS = Sql.of(LabelsHere.class, "readings-here");
    private static final String DECISIONS = Sql.of(LabelsHere.class, "decisions-here");

    private final Set<Reading> readings = new HashSet<>();
    private final Set<Ruling> rulings = new HashSet<>();
    private Optional<Instant> newest = Optional.empty();

    /** Those of a cell that is new here. */
    static LabelsHere none() {
        return new LabelsHere();
    }

    /** Those of some cells, by the cells' numbers; none are left out. */
    static Map<Long, LabelsHere> of(Handle handle, Collection<FiledCell> cells) {
        Map<Long, LabelsHere> byCell = new HashMap<>();
        cells.forEach(cell -> byCell.put(cell.id(), new LabelsHere()));
        Portions.each(List.copyOf(byCell.keySet()), some -> load(handle, some, byCell));
        return byCell;
    }

    private static void load(Handle handle, List<Long> cells, Map<Long, LabelsHere> byCell) {
        handle.createQuery(READINGS)
                .bindList("cells", cells)
                .map((row, context) -> byCell.computeIfAbsent(row.getLong("cell_id"), id -> new LabelsHere())
                        .add(
                                new Reading(
                                        row.getString("reader"),
                                        row.getString("class_code"),
                                        Instant.parse(row.getString("at"))),
                                row.getInt("review") != 0))
                .forEach(cell -> {});
        handle.createQuery(DECISIONS)
                .bindList("cells", cells)
                .map((row, context) -> byCell.computeIfAbsent(row.getLong("cell_id"), id -> new LabelsHere())
                        .add(new Ruling(
                                RestoredDecision.ruleHere(
                                        row.getString("rule"), Optional.ofNullable(row.getString("session"))),
                                Optional.ofNullable(row.getString("class_code")).orElse(Decision.NO_CONSENSUS),
                                Instant.parse(row.getString("at")))))
                .forEach(cell -> {});
    }

    /** Whether a reading is here, in whatever way it came. */
    boolean has(RestoredAnnotation annotation) {
        return readings.contains(new Reading(annotation.reader(), annotation.classCode(), annotation.at()));
    }

    /** Whether a decision is here, made in a session here or brought from there. */
    boolean has(RestoredDecision decision) {
        return rulings.contains(new Ruling(decision.ruleHere(), decision.codeOrNone(), decision.at()));
    }

    /** Whether all reviews and decisions here were made before a time, as it is where there are none. */
    boolean areBefore(Instant time) {
        return newest.isEmpty() || newest.get().isBefore(time);
    }

    private LabelsHere add(Reading reading, boolean review) {
        readings.add(reading);
        if (review) {
            note(reading.at());
        }
        return this;
    }

    private LabelsHere add(Ruling ruling) {
        rulings.add(ruling);
        note(ruling.at());
        return this;
    }

    private void note(Instant at) {
        if (areBefore(at)) {
            newest = Optional.of(at);
        }
    }

    private record Reading(String reader, String classCode, Instant at) {}

    private record Ruling(String rule, String code, Instant at) {}
}
