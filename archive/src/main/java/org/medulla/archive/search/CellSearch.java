package org.medulla.archive.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.cell.Cells;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Json;
import org.medulla.archive.database.Sql;
import org.medulla.archive.nomenclature.Nomenclatures;

/**
 * Finds cells by any {@link Condition}. The first question reads a catalogue of all cells into memory, some 50 bytes a cell; later ones look
 * whether something was written since and read only what changed. Safe for use by many threads, one after the other.
 */
public final class CellSearch {
    private static final String LAST_AUDIT = Sql.of(CellSearch.class, "last-audit");
    private static final String ROWS_SINCE = Sql.of(CellSearch.class, "rows-since");
    private static final String CHANGED_CELLS = Sql.of(CellSearch.class, "changed-cells");
    private static final Set<String> CELL_BY_CELL = Set.of("annotation", "decision", "session", "model");

    private final Database database;
    private final Cells cells;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Catalogue catalogue;
    private long seen;

    /** Searches a database. */
    public CellSearch(Database database) {
        this.database = database;
        this.cells = new Cells(database);
    }

    /** How many cells fulfil a condition. */
    public int count(Condition condition) {
        return ask(current -> current.matching(condition).cardinality());
    }

    /**
     * A part of the cells that fulfil a condition.
     *
     * @param descending whether the order is turned round
     * @param from how many of them to leave out at the start, from 0
     * @param limit how many to give at most
     */
    public SearchPage page(Condition condition, SearchOrder order, boolean descending, int from, int limit) {
        if (from < 0 || limit < 0) {
            throw new IllegalArgumentException("No page from " + from + " of " + limit + " cells");
        }
        return ask(current -> {
            BitSet found = current.matching(condition);
            List<CellId> wanted = walk(found, current.order(order), current.cells(), descending, from, limit);
            return new SearchPage(cells.find(wanted), from, found.cardinality());
        });
    }

    /** The numbers of all cells that fulfil a condition, rising. */
    public List<CellId> ids(Condition condition) {
        return ask(current -> current.matching(condition).stream()
                .mapToObj(cell -> new CellId(cell + 1L))
                .toList());
    }

    /** How many of the cells that fulfil a condition have each value of each facet of words. */
    public Map<Facet, SortedMap<String, Integer>> facets(Condition condition) {
        return ask(current -> new EnumMap<>(current.counts(current.matching(condition))));
    }

    private static List<CellId> walk(BitSet found, int[] order, int cells, boolean descending, int from, int limit) {
        List<CellId> wanted = new ArrayList<>();
        int before = 0;
        for (int place = 0; place < cells && wanted.size() < limit; place++) {
            int turned = descending ? cells - 1 - place : place;
            int cell = order.length == 0 ? turned : order[turned];
            if (found.get(cell) && before++ >= from) {
                wanted.add(new CellId(cell + 1L));
            }
        }
        return wanted;
    }

    private <T> T ask(Function<Catalogue, T> question) {
        asking.lock();
        try {
            return question.apply(upToDate());
        } finally {
            asking.unlock();
        }
    }

    private Catalogue upToDate() {
        return database.read(pooled -> pooled.inTransaction(handle -> {
            long last = handle.createQuery(LAST_AUDIT).mapTo(Long.class).one();
            Catalogue known = catalogue;
            if (known == null || last != seen) {
                List<Map<String, List<Long>>> written = writtenSince(handle);
                if (known == null || !written.stream().allMatch(rows -> CELL_BY_CELL.containsAll(rows.keySet()))) {
                    known = new CatalogueLoader(handle)
                            .load(Nomenclatures.history(handle).current());
                } else {
                    new CatalogueLoader(handle).refresh(known, changedCells(handle, written));
                }
            }
            catalogue = known;
            seen = last;
            return known;
        }));
    }

    /** The first and last row that each later audit entry covers, by table. */
    private List<Map<String, List<Long>>> writtenSince(Handle handle) {
        return handle.createQuery(ROWS_SINCE).bind("audit_id", seen).mapTo(String.class).list().stream()
                .map(Json::readRanges)
                .toList();
    }

    private static Set<Long> changedCells(Handle handle, List<Map<String, List<Long>>> written) {
        Set<Long> cells = new TreeSet<>();
        for (Map<String, List<Long>> tables : written) {
            tables.forEach((table, range) -> {
                if (table.equals("annotation") || table.equals("decision")) {
                    cells.addAll(handle.createQuery(CHANGED_CELLS)
                            .define("table", table)
                            .bind("first", range.getFirst())
                            .bind("last", range.getLast())
                            .mapTo(Long.class)
                            .list());
                }
            });
        }
        return cells;
    }
}
