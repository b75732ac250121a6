package org.medulla.archive.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jdbi.v3.core.statement.Query;

/**
 * The {@code where} clause of a query on cell_index, called x. It is composed here, not in a .sql file, because SQLite picks its index by
 * the conditions that are there: a page is found by walking an index that is already in the order asked for, and only a
 * question with few answers, or with one class in its own order, is led by an index on what it asks for.
 */
public final class CellFilter {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Composes the clause.
     *
     * @param led whether an index on a condition may lead; otherwise the index of the order does
     */
    public CellFilter(CellQuery query, boolean led) {
        anyOf("class_code", query.classes(), led);
        anyOf("source", query.sources(), led);
        query.patient().ifPresent(patient -> equal("x.patient", "patient", patient));
        query.smear().ifPresent(smear -> equal("x.smear", "smear", smear));
        query.diagnosis()
                .ifPresent(diagnosis -> equal(led ? "x.diagnosis" : "x.diagnosis || ''", "diagnosis", diagnosis));
        if (query.contradictedOnly()) {
            conditions.add("x.contradicted = 1");
        }
    }

    /** The text that stands after {@code where}. */
    public String clause() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** Binds the values that the clause names. */
    public Query bind(Query query) {
        values.forEach(query::bind);
        return query;
    }

    // Text with nothing put to its end is the same text, but SQLite uses no index for it.
    private void anyOf(String column, SortedSet<String> wanted, boolean led) {
        if (wanted.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (String value : wanted) {
            String name = column + names.size();
            names.add(":" + name);
            values.put(name, value);
        }
        conditions.add("x." + column + (led ? "" : " || ''") + " in (" + String.join(", ", names) + ")");
    }

    private void equal(String term, String name, String value) {
        conditions.add(term + " = :" + name);
        values.put(name, value);
    }
}
