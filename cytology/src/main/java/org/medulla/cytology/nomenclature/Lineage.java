package org.medulla.cytology.nomenclature;

import java.util.Locale;

/** The line of descent that a cell class belongs to. */
public enum Lineage {
    GRANULOCYTIC(Branch.MYELOID),
    EOSINOPHILIC(Branch.MYELOID),
    BASOPHILIC(Branch.MYELOID),
    MONOCYTIC(Branch.MYELOID),
    ERYTHROID(Branch.ERYTHROID),
    LYMPHOID(Branch.LYMPHOID),
    /** Not a line of cells: what is seen on a smear and left out of the count. */
    UNCOUNTED(Branch.UNCOUNTED);

    /** What several lineages have in common: the first fork of the tree of cell classes. */
    public enum Branch {
        MYELOID,
        ERYTHROID,
        LYMPHOID,
        UNCOUNTED
    }

    private final Branch branch;

    Lineage(Branch branch) {
        this.branch = branch;
    }

    /** The branch of the tree that it stands on. */
    public Branch branch() {
        return branch;
    }

    /** The word that data files use: "granulocytic". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
