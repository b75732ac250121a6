package org.medulla.archive.session;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.annotation.Annotation;
import org.medulla.archive.annotation.AnnotationRow;
import org.medulla.archive.annotation.Reading;
import org.medulla.archive.audit.FactTable;
import org.medulla.archive.audit.Facts;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.cytology.job.MedullaException;

/** The readings given in one reading session. A reader may correct a reading in the session: the newest counts, all stay. */
public final class SessionReadings {
    private static final String OF_SESSION = Sql.of(SessionReadings.class, "readings");
    private static final String EARLIER = Sql.of(SessionReadings.class, "earlier-readings");

    private final Database database;
    private final InstantSource clock;
    private final ReadingSession session;

    SessionReadings(Database database, InstantSource clock, ReadingSession session) {
        this.database = database;
        this.clock = clock;
        this.session = session;
    }

    /** All readings of the session, the oldest first. */
    public List<Annotation> all() {
        return database.read(this::all);
    }

    /** Each reader's newest reading of each cell, in the order of the first ones. */
    public List<Annotation> latest() {
        return newest(all());
    }

    /** Of readers of this session, the newest reading of each of its cells from before the session, outside of adjudications. */
    public List<Annotation> earlier() {
        List<Annotation> found = database.read(handle -> handle.createQuery(EARLIER)
                .bind("name", session.name())
                .map(AnnotationRow.MAPPER)
                .list());
        return newest(found.stream()
                .filter(annotation -> session.readers().contains(annotation.reader()))
                .toList());
    }

    /**
     * The cells that a reader has not read yet, in this reader's own order: two readers who tire towards the end do not tire on
     * the same cells.
     *
     * @throws MedullaException USER when the session is not for this reader
     */
    public List<CellId> open(String reader) {
        checkReader(reader);
        return database.read(handle -> {
            List<CellId> cells = new ArrayList<>(Sessions.items(handle, session.name()));
            Collections.shuffle(cells, new Random(session.seed() * 31 + reader.hashCode()));
            Set<CellId> read = new HashSet<>();
            all(handle).stream()
                    .filter(annotation -> annotation.reader().equals(reader))
                    .forEach(annotation -> read.add(annotation.reading().cell()));
            cells.removeIf(read::contains);
            return cells;
        });
    }

    /**
     * Adds readings, all of them or none; they are blinded as the session's kind says. They change no cell's class: that is for
     * {@link org.medulla.archive.decision.Decisions}.
     *
     * @throws MedullaException USER when the session is not for a reader or does not have a cell
     */
    public void add(List<Reading> readings) {
        readings.forEach(reading -> checkReader(reading.reader()));
        if (readings.isEmpty()) {
            return;
        }
        database.write(handle -> {
            Set<CellId> cells = new HashSet<>(Sessions.items(handle, session.name()));
            long sessionId = Sessions.id(handle, session.name());
            Facts facts = new Facts(handle, clock.instant());
            for (Reading reading : readings) {
                if (!cells.contains(reading.cell())) {
                    throw MedullaException.user("The session \"" + session.name() + "\" does not have cell "
                            + reading.cell().value() + ": read the cells of its sheet; nothing was stored.");
                }
                facts.add(
                        FactTable.ANNOTATION,
                        AnnotationRow.of(
                                reading.blinded(session.kind().isBlinded()), OptionalLong.of(sessionId), facts.now()));
            }
            facts.commit("read", session.name() + ": " + readings.size() + " readings");
            return readings;
        });
    }

    private List<Annotation> all(Handle handle) {
        return handle.createQuery(OF_SESSION)
                .bind("name", session.name())
                .map(AnnotationRow.MAPPER)
                .list();
    }

    private void checkReader(String reader) {
        if (!session.readers().contains(reader)) {
            throw MedullaException.user("The session \"" + session.name() + "\" is not for " + reader + ", but for "
                    + String.join(", ", session.readers()) + ".");
        }
    }

    private static List<Annotation> newest(List<Annotation> oldestFirst) {
        Map<Place, Annotation> newest = new LinkedHashMap<>();
        oldestFirst.forEach(
                annotation -> newest.put(new Place(annotation.reading().cell(), annotation.reader()), annotation));
        return List.copyOf(newest.values());
    }

    private record Place(CellId cell, String reader) {}
}
