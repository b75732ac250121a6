package org.medulla.archive.cell;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.medulla.archive.database.Sql;

/**
 * The class that a cell shows: what was written down for it, and where that class was merged into another, the other. This is the
 * only place where what was written down becomes what is shown. Its table {@code class_map} holds the merged codes and follows
 * from the changes of the nomenclature.
 */
public final class ClassesNow {
    private static final String MAP = Sql.of(ClassesNow.class, "class-map");
    private static final String CLEAR = Sql.of(ClassesNow.class, "class-map-clear");
    private static final String INSERT = Sql.of(ClassesNow.class, "class-map-insert");
    private static final String RECORDED = Sql.of(ClassesNow.class, "recorded-classes");

    private final SortedMap<String, String> map;

    private ClassesNow(SortedMap<String, String> map) {
        this.map = map;
    }

    /** The map as it stands in a database. */
    public static ClassesNow of(Handle handle) {
        SortedMap<String, String> map = new TreeMap<>();
        handle.createQuery(MAP)
                .map((row, context) -> map.put(row.getString("code"), row.getString("class_code")))
                .forEach(before -> {});
        return new ClassesNow(map);
    }

    /** The class that a cell shows for which a code was written down. */
    public String shown(String code) {
        return map.getOrDefault(code, code);
    }

    /** The merged codes with the class that each shows as. */
    public SortedMap<String, String> merged() {
        return new TreeMap<>(map);
    }

    /** Writes the merged codes anew, each with the class that it shows as. */
    public static void write(Handle handle, Map<String, String> merged) {
        handle.createUpdate(CLEAR).execute();
        merged.forEach((code, shown) -> handle.createUpdate(INSERT)
                .bind("code", code)
                .bind("class_code", shown)
                .execute());
    }

    /** What was written down for the cells that show as some classes, by the cells' numbers. */
    public static Map<Long, String> recorded(Handle handle, Collection<String> shown) {
        Map<Long, String> recorded = new HashMap<>();
        for (String code : shown) {
            handle.createQuery(RECORDED)
                    .bind("class_code", code)
                    .map((row, context) -> recorded.put(row.getLong("cell_id"), row.getString("class_code")))
                    .forEach(before -> {});
        }
        return recorded;
    }
}
