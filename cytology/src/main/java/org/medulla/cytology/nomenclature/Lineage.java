package org.medulla.cytology.nomenclature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.medulla.cytology.job.MedullaException;

/** The line of descent that a cell class belongs to. */
public enum Lineage {
    GRANULOCYTIC(Branch.MYELOID),
    EOSINOPHILIC(Branch.MYELOID),
    BASOPHILIC(Branch.MYELOID),
    MONOCYTIC(Branch.MYELOID),
    ERYTHROID(Branch.ERYTHROID),
    LYMPHOID(Branch.LYMPHOID),
    /** Seen and noted beside the count; no class of the standard nomenclature belongs to it. */
    MEGAKARYOCYTIC(Branch.MEGAKARYOCYTIC),
    /** Not a line of cells: what is seen on a smear and left out of the count. */
    UNCOUNTED(Branch.UNCOUNTED);

    /** What several lineages have in common: the first fork of the tree of cell classes. */
    public enum Branch {
        MYELOID,
        ERYTHROID,
        LYMPHOID,
        MEGAKARYOCYTIC,
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

    /**
     * The lineage with that word, in either case.
     *
     * @throws MedullaException USER when there is none, with the nearest or all of them
     */
    public static Lineage of(String word) {
        List<String> words = Arrays.stream(values()).map(Lineage::word).toList();
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        if (!words.contains(wanted)) {
            throw MedullaException.user("There is no lineage \"" + word + "\"; "
                    + Spelling.nearest(wanted, words)
                            .map(other -> "did you mean " + other + "?")
                            .orElse("the lineages are " + String.join(", ", words) + "."));
        }
        return valueOf(wanted.toUpperCase(Locale.ROOT));
    }
}
