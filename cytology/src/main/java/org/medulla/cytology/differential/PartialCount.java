package org.medulla.cytology.differential;

import java.util.List;

/**
 * The partial differential count: blasts, promyelocytes, myelocytes and erythroblasts among themselves.
 *
 * <p>Blood drawn along with the marrow brings mature cells but hardly any of these, so that their shares among themselves
 * are robust to dilution (S. H. Lee et al., International Journal of Laboratory Hematology 2008;30:473).
 *
 * @param cells the base: all cells of these classes
 * @param classes each class, with its share of that base
 */
public record PartialCount(long cells, List<ClassCount> classes) {
    public PartialCount {
        classes = List.copyOf(classes);
    }
}
