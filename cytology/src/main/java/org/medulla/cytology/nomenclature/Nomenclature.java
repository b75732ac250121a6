package org.medulla.cytology.nomenclature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medulla.cytology.job.MedullaException;

/**
 * A versioned list of cell classes, in the order of lineage and maturation in which galleries, tables and matrices show them.
 * The standard one holds the 21 classes of Matek et al., Blood 2021;138:1917.
 */
public final class Nomenclature {
    /** Edges between two classes of different branches: class, lineage, branch, root and down again. */
    public static final int GREATEST_DISTANCE = 6;

    private static final Nomenclature STANDARD = NomenclatureFile.read("marrow-1");

    private final String version;
    private final Map<String, CellClass> classes;

    /**
     * Lists classes.
     *
     * @param version the name that says which list this is: "marrow-1"
     * @throws MedullaException DATA when a code stands twice or a tolerated neighbour is not in the list
     */
    public Nomenclature(String version, List<CellClass> classes) {
        this.version = version;
        Map<String, CellClass> byCode = new LinkedHashMap<>();
        for (CellClass cellClass : classes) {
            if (byCode.put(cellClass.code(), cellClass) != null) {
                throw MedullaException.data(
                        "The nomenclature " + version + " lists " + cellClass.code() + " twice; keep one of them.");
            }
        }
        for (CellClass cellClass : classes) {
            for (String neighbour : cellClass.toleratedAs()) {
                if (!byCode.containsKey(neighbour)) {
                    throw MedullaException.data(
                            "The nomenclature " + version + " tolerates " + cellClass.code() + " as " + neighbour
                                    + ", which it does not list; add that class or take the neighbour out.");
                }
            }
        }
        this.classes = Collections.unmodifiableMap(byCode);
    }

    /** The 21 classes of the published marrow collection. */
    public static Nomenclature standard() {
        return STANDARD;
    }

    /** The name that says which list this is. */
    public String version() {
        return version;
    }

    /** All classes in their order. */
    public List<CellClass> classes() {
        return List.copyOf(classes.values());
    }

    /** All codes in their order. */
    public List<String> codes() {
        return List.copyOf(classes.keySet());
    }

    /** The class with a code, if it is listed. */
    public Optional<CellClass> find(String code) {
        return Optional.ofNullable(classes.get(code));
    }

    /**
     * The class with a code.
     *
     * @throws MedullaException USER when it is not listed, with the nearest code
     */
    public CellClass of(String code) {
        CellClass found = classes.get(code);
        if (found == null) {
            String nearest = Spelling.nearest(code, classes.keySet())
                    .map(other -> "did you mean " + other + "?")
                    .orElse("the codes are " + String.join(", ", classes.keySet()) + ".");
            throw MedullaException.user("There is no cell class \"" + code + "\"; " + nearest);
        }
        return found;
    }

    /** Whether calling a cell of class {@code truth} by the code {@code called} is right or forgiven. */
    public boolean tolerated(String truth, String called) {
        return truth.equals(called) || of(truth).toleratedAs().contains(called);
    }

    /**
     * How many edges lie between two classes in the tree root, branch, lineage, class: 0 for the same class, 2 within a lineage,
     * 4 within a branch, {@value #GREATEST_DISTANCE} otherwise.
     */
    public int treeDistance(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        Lineage a = of(left).lineage();
        Lineage b = of(right).lineage();
        if (a == b) {
            return 2;
        }
        return a.branch() == b.branch() ? 4 : GREATEST_DISTANCE;
    }
}
