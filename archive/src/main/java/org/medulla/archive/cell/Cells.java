package org.medulla.archive.cell;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.medulla.archive.database.Database;
import org.medulla.archive.database.Sql;
import org.medulla.archive.digest.Digest;

/** The cells of an archive: one by one, by pages in any order, and counted by class. */
public final class Cells {
    /** How many cells a page holds. */
    public static final int PAGE_SIZE = 200;

    private static final int FEW = 4_000;
    private static final CellMapper CELL = new CellMapper();
    private static final String BY_ID = Sql.of(Cells.class, "cell-by-id");
    private static final String BY_DIGEST = Sql.of(Cells.class, "cell-by-digest");
    private static final String PAGE = Sql.of(Cells.class, "page");
    private static final String COUNT = Sql.of(Cells.class, "count");
    private static final String COUNT_KEPT = Sql.of(Cells.class, "count-kept");
    private static final String COUNTS_BY_CLASS = Sql.of(Cells.class, "counts-by-class");
    private static final String COUNTS_BY_CLASS_KEPT = Sql.of(Cells.class, "counts-by-class-kept");
    private static final String SOURCES = Sql.of(Cells.class, "sources");
    private static final String EACH = Sql.of(Cells.class, "each");

    private final Database database;

    /** Reads the cells of a database. */
    public Cells(Database database) {
        this.database = database;
    }

    /** The cell with that number. */
    public Optional<Cell> find(CellId id) {
        return database.read(handle ->
                handle.createQuery(BY_ID).bind("cell_id", id.value()).map(CELL).findOne());
    }

    /** The cells with these numbers, in their order; those that are not there are left out. */
    public List<Cell> find(List<CellId> ids) {
        return database.read(handle -> {
            Query query = handle.createQuery(BY_ID);
            return ids.stream()
                    .flatMap(id -> query.bind("cell_id", id.value()).map(CELL).findOne().stream())
                    .toList();
        });
    }

    /** The cell whose image has that digest. */
    public Optional<Cell> find(Digest digest) {
        return database.read(handle -> handle.createQuery(BY_DIGEST)
                .bind("sha256", digest.hex())
                .map(CELL)
                .findOne());
    }

    /**
     * A page of the answer to a query.
     *
     * @param number the page's number, counting from 0; one after the last is empty
     */
    public CellPage page(CellQuery query, int number) {
        if (number < 0) {
            throw new IllegalArgumentException("Pages are counted from 0, not " + number);
        }
        return database.read(handle -> {
            long total = count(handle, query);
            long from = (long) number * PAGE_SIZE;
            long size = Math.min(PAGE_SIZE, total - from);
            return new CellPage(number, total, size <= 0 ? List.of() : cells(handle, query, total, from, size));
        });
    }

    /** How many cells answer a query. */
    public long count(CellQuery query) {
        return database.read(handle -> count(handle, query));
    }

    /** How many of the cells that answer a query are of each class, by code; classes without any are left out. */
    public SortedMap<String, Long> countsByClass(CellQuery query) {
        return database.read(handle -> {
            SortedMap<String, Long> counts = new TreeMap<>();
            filtered(handle, query.isCounted() ? COUNTS_BY_CLASS_KEPT : COUNTS_BY_CLASS, query)
                    .map((row, context) -> counts.put(row.getString("class_code"), row.getLong("cells")))
                    .forEach(before -> {});
            return counts;
        });
    }

    /** The names of all sources. */
    public List<String> sources() {
        return database.read(
                handle -> handle.createQuery(SOURCES).mapTo(String.class).list());
    }

    /** Shows every cell that answers a query, in its order. */
    public void forEach(CellQuery query, Consumer<Cell> consumer) {
        database.read(handle -> {
            CellFilter filter = new CellFilter(query, true);
            Query each = handle.createQuery(EACH)
                    .define("filter", filter.clause())
                    .define("order", query.order().clause(query.descending()));
            filter.bind(each).map(CELL).forEach(consumer);
            return query;
        });
    }

    // Walks from whichever end of the order is nearer.
    private static List<Cell> cells(Handle handle, CellQuery query, long total, long from, long size) {
        boolean fromTheEnd = from > total / 2;
        CellFilter filter = new CellFilter(query, total <= FEW);
        Query page = handle.createQuery(PAGE)
                .define("filter", filter.clause())
                .define("order", query.order().clause(query.descending() ^ fromTheEnd))
                .bind("limit", size)
                .bind("offset", fromTheEnd ? total - from - size : from);
        List<Cell> cells = filter.bind(page).map(CELL).list();
        return fromTheEnd ? cells.reversed() : cells;
    }

    private static long count(Handle handle, CellQuery query) {
        return filtered(handle, query.isCounted() ? COUNT_KEPT : COUNT, query)
                .mapTo(Long.class)
                .one();
    }

    private static Query filtered(Handle handle, String sql, CellQuery query) {
        CellFilter filter = new CellFilter(query, true);
        return filter.bind(handle.createQuery(sql).define("filter", filter.clause()));
    }
}
