package org.medulla.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.medulla.archive.cell.CellQuery;
import org.medulla.archive.search.Condition;
import org.medulla.archive.search.Facet;
import org.medulla.archive.search.SearchLanguage;

/** Questions about cells on the command line. */
final class Questions {
    static final String DESCRIPTION =
            "Only cells for which this holds, as 'class:BLA confidence:<0.6 -source:pbc'; in quotation marks.";

    private Questions() {}

    /** A question in the language, narrowed by the classes and sources of a query. */
    static Condition parse(String question, CellQuery query) {
        List<Condition> parts = new ArrayList<>();
        Condition asked = SearchLanguage.parse(question);
        if (!asked.equals(Condition.EVERYTHING)) {
            parts.add(asked);
        }
        if (!query.classes().isEmpty()) {
            parts.add(new Condition.OneOf(Facet.CLASS, query.classes()));
        }
        if (!query.sources().isEmpty()) {
            parts.add(new Condition.OneOf(Facet.SOURCE, query.sources()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }
}
