package org.medulla.cytology.nomenclature;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
}
