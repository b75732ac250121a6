package org.medulla.archive.database;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/** The tables of a database, as the database itself lists them. */
public final class Tables {
    private static final Set<String> OWN = Set.of("schema_version");

    private Tables() {}

    /** All tables but that of migrations, each after those that it refers to. */
    public static List<String> inOrder(Handle handle) {
        try {
            DatabaseMetaData database = handle.getConnection().getMetaData();
            String schema = handle.getConnection().getSchema();
            Set<String> names = new TreeSet<>();
            try (ResultSet tables = database.getTables(null, schema, "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
            names.removeIf(name -> name.startsWith("sqlite_") || OWN.contains(name));
            Set<String> ordered = new LinkedHashSet<>();
            for (String name : names) {
                place(database, schema, name, ordered);
            }
            return List.copyOf(ordered);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static void place(DatabaseMetaData database, String schema, String name, Set<String> ordered)
            throws SQLException {
        if (ordered.contains(name)) {
            return;
        }
        List<String> before = new ArrayList<>();
        try (ResultSet keys = database.getImportedKeys(null, schema, name)) {
            while (keys.next()) {
                before.add(keys.getString("PKTABLE_NAME"));
            }
        }
        for (String other : before) {
            if (!other.equals(name)) {
                place(database, schema, other, ordered);
            }
        }
        ordered.add(name);
    }
}
