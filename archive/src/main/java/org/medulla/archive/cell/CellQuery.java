package org.medulla.archive.cell;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which cells are asked for, and in which order.
 *
 * @param classes codes of current classes; empty asks for all
 * @param sources names of sources; empty asks for all
 * @param patient one patient's cells only
 * @param smear one smear's cells only
 * @param diagnosis cells of one diagnosis only
 * @param contradictedOnly only cells whose image was filed under several classes
 * @param order the order
 * @param descending whether the order is turned round
 */
public record CellQuery(
        SortedSet<String> classes,
        SortedSet<String> sources,
        Optional<String> patient,
        Optional<String> smear,
        Optional<String> diagnosis,
        boolean contradictedOnly,
        CellOrder order,
        boolean descending) {
    public CellQuery {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }

    /** All cells, as they were imported. */
    public static CellQuery all() {
        return new CellQuery(
                new TreeSet<>(),
                new TreeSet<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                CellOrder.IMPORTED,
                false);
    }

    /** Only cells of these classes; none given asks for all. */
    public CellQuery ofClasses(Collection<String> codes) {
        return new CellQuery(
                new TreeSet<>(codes), sources, patient, smear, diagnosis, contradictedOnly, order, descending);
    }

    /** Only cells from these sources; none given asks for all. */
    public CellQuery fromSources(Collection<String> names) {
        return new CellQuery(
                classes, new TreeSet<>(names), patient, smear, diagnosis, contradictedOnly, order, descending);
    }

    /** Only cells of one patient. */
    public CellQuery ofPatient(String pseudonym) {
        return new CellQuery(
                classes, sources, Optional.of(pseudonym), smear, diagnosis, contradictedOnly, order, descending);
    }

    /** Only cells of one smear. */
    public CellQuery ofSmear(String name) {
        return new CellQuery(
                classes, sources, patient, Optional.of(name), diagnosis, contradictedOnly, order, descending);
    }

    /** Only cells of one diagnosis. */
    public CellQuery ofDiagnosis(String words) {
        return new CellQuery(classes, sources, patient, smear, Optional.of(words), contradictedOnly, order, descending);
    }

    /** Only cells whose image was filed under several classes. */
    public CellQuery contradicted() {
        return new CellQuery(classes, sources, patient, smear, diagnosis, true, order, descending);
    }

    /** In this order. */
    public CellQuery orderedBy(CellOrder newOrder, boolean newDescending) {
        return new CellQuery(classes, sources, patient, smear, diagnosis, contradictedOnly, newOrder, newDescending);
    }

    /** The query in words that stay the same for the same question, without the order: "class=BLA,EBO source=published". */
    public String describe() {
        StringBuilder words = new StringBuilder();
        append(words, "class", classes);
        append(words, "source", sources);
        patient.ifPresent(p -> append(words, "patient", new TreeSet<>(Set.of(p))));
        smear.ifPresent(s -> append(words, "smear", new TreeSet<>(Set.of(s))));
        diagnosis.ifPresent(d -> append(words, "diagnosis", new TreeSet<>(Set.of(d))));
        if (contradictedOnly) {
            words.append(" contradicted");
        }
        return words.isEmpty() ? "all cells" : words.toString().strip();
    }

    /** Whether only classes and sources are limited, so that the table of counts can answer. */
    boolean isCounted() {
        return patient.isEmpty() && smear.isEmpty() && diagnosis.isEmpty() && !contradictedOnly;
    }

    private static void append(StringBuilder words, String name, SortedSet<String> values) {
        if (!values.isEmpty()) {
            words.append(' ').append(name).append('=').append(values.stream().collect(Collectors.joining(",")));
        }
    }
}
