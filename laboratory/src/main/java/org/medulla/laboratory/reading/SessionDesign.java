package org.medulla.laboratory.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.medulla.archive.Archive;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.decision.Decided;
import org.medulla.archive.search.Condition;
import org.medulla.archive.session.ReadingSession;
import org.medulla.archive.session.SessionKind;
import org.medulla.archive.session.SessionPlan;
import org.medulla.archive.table.Table;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;

/** Makes reading sessions: draws the cells by chance from those that answer a question, were read before, or were disputed. */
public final class SessionDesign {
    private final Archive archive;

    /** Makes sessions in this archive. */
    public SessionDesign(Archive archive) {
        this.archive = archive;
    }

    /**
     * A session in which several readers name the same cells.
     *
     * @param condition which cells may be drawn
     * @param cells how many; all that fulfil the condition when empty
     */
    public ReadingSession blind(String name, List<String> readers, Condition condition, OptionalInt cells, long seed) {
        List<CellId> candidates = archive.search().ids(condition);
        if (candidates.isEmpty()) {
            throw MedullaException.user(
                    "No cell answers the question (" + condition.text() + "): see what there is with `medulla cells`.");
        }
        return create(name, SessionKind.BLIND, readers, Optional.empty(), drawn(candidates, cells, seed), seed);
    }

    /**
     * A session in which several readers name cells that a file lists, such as the suspects of an audit: the first ones of the file.
     *
     * @param file a CSV with a column "cell", which has the numbers of the cells
     * @param cells how many from its start; all when empty
     * @throws MedullaException DATA for a line without a number of a cell
     */
    public ReadingSession listed(String name, List<String> readers, Path file, OptionalInt cells, long seed) {
        Set<CellId> listed = new LinkedHashSet<>();
        try (Table table = Table.open(file);
                Stream<Table.Line> lines = table.lines()) {
            table.require("cell");
            lines.limit(cells.orElse(Integer.MAX_VALUE)).forEach(line -> listed.add(cell(file, line)));
        }
        return create(name, SessionKind.BLIND, readers, Optional.empty(), List.copyOf(listed), seed);
    }

    private static CellId cell(Path file, Table.Line line) {
        String number = line.value("cell").orElse("");
        try {
            return new CellId(Long.parseLong(number));
        } catch (IllegalArgumentException e) {
            throw MedullaException.data(
                    file + ", line " + line.number() + ": \"" + number + "\" is no number of a cell.");
        }
    }

    /**
     * A session in which a reader names cells that the same reader named before.
     *
     * @param cells how many; all when empty
     */
    public ReadingSession again(String name, String reader, OptionalInt cells, long seed) {
        List<CellId> candidates = archive.annotations().cellsReadBy(reader);
        if (candidates.isEmpty()) {
            throw MedullaException.user(reader + " has read no cell yet, so none can be read again.");
        }
        return create(name, SessionKind.AGAIN, List.of(reader), Optional.empty(), drawn(candidates, cells, seed), seed);
    }

    /**
     * A session in which a reader who sees the others' classes settles the cells that they did not agree on and that have no
     * consensus yet.
     *
     * @param of the session that was read
     */
    public ReadingSession adjudication(String name, String reader, String of, long seed) {
        ReadingSession read = archive.sessions().get(of);
        List<CellId> disputed = disputed(read);
        if (disputed.isEmpty()) {
            throw MedullaException.user("Nothing of the session \"" + of
                    + "\" is disputed: its readers agree, or it is settled, or not read yet.");
        }
        return create(name, SessionKind.ADJUDICATION, List.of(reader), Optional.of(of), disputed, seed);
    }

    /** The cells of a session to which readers gave different classes and that have no consensus, in the session's order. */
    public List<CellId> disputed(ReadingSession session) {
        Nomenclature nomenclature = archive.nomenclature();
        Map<CellId, Set<String>> classes = new LinkedHashMap<>();
        for (Annotation annotation : archive.sessions().readings(session).latest()) {
            classes.computeIfAbsent(annotation.reading().cell(), _ -> new HashSet<>())
                    .add(nomenclature.current(annotation.classCode()));
        }
        Set<CellId> settled = new HashSet<>();
        for (Decided decided : archive.decisions().of(session)) {
            if (decided.decision().classCode().isPresent()) {
                settled.add(decided.decision().cell());
            }
        }
        return archive.sessions().cells(session).stream()
                .filter(cell -> classes.getOrDefault(cell, Set.of()).size() > 1 && !settled.contains(cell))
                .toList();
    }

    private ReadingSession create(
            String name, SessionKind kind, List<String> readers, Optional<String> of, List<CellId> cells, long seed) {
        return archive.sessions().create(new SessionPlan(name, kind, readers, of, seed, cells));
    }

    private static List<CellId> drawn(List<CellId> candidates, OptionalInt cells, long seed) {
        List<CellId> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, Math.min(shuffled.size(), cells.orElse(Integer.MAX_VALUE)));
    }
}
