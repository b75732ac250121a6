package org.medulla.cytology.nomenclature;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind of cell that a nomenclature lists.
 *
 * @param code its short name, unique in the nomenclature: "BLA"
 * @param name what it is called: "Blast"
 * @param lineage the line it belongs to
 * @param maturationRank how far along its lineage it stands, 0 being the youngest; none for what is not a line of cells
 * @param counted whether it belongs to the base of a differential count
 * @param critical whether missing it may change a diagnosis
 * @param toleratedAs codes of the neighbouring classes that readers forgive one another
 * @param snomedCode its SNOMED CT code, where one is known
 */
public record CellClass(
        String code,
        String name,
        Lineage lineage,
        OptionalInt maturationRank,
        boolean counted,
        boolean critical,
        Set<String> toleratedAs,
        Optional<String> snomedCode) {
    public CellClass {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A cell class has a code and a name");
        }
        toleratedAs = Collections.unmodifiableSet(new LinkedHashSet<>(toleratedAs));
    }

    /** A class like this one, with another code and name and no SNOMED CT code. */
    public CellClass as(String newCode, String newName) {
        return new CellClass(
                newCode, newName, lineage, maturationRank, counted, critical, toleratedAs, Optional.empty());
    }

    /** The same by another name. */
    public CellClass named(String newName) {
        return new CellClass(code, newName, lineage, maturationRank, counted, critical, toleratedAs, snomedCode);
    }

    /** The same with other neighbours. */
    public CellClass tolerating(Set<String> neighbours) {
        return new CellClass(code, name, lineage, maturationRank, counted, critical, neighbours, snomedCode);
    }

    /** The class as text that stays the same: {@code [MGK,Megakaryocyte,megakaryocytic,,no,no,,]}, as the data files have it. */
    String canonical() {
        return "["
                + String.join(
                        ",",
                        code,
                        name,
                        lineage.word(),
                        maturationRank.isPresent() ? Integer.toString(maturationRank.getAsInt()) : "",
                        counted ? "yes" : "no",
                        critical ? "yes" : "no",
                        String.join("|", new TreeSet<>(toleratedAs)),
                        snomedCode.orElse(""))
                + "]";
    }
}
