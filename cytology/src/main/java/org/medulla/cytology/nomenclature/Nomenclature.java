package org.medulla.cytology.nomenclature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.medulla.cytology.job.MedullaException;

/**
 * A versioned list of cell classes, in the order of lineage and maturation in which galleries, tables and matrices show them.
 * The standard one holds the 21 classes of Matek et al., Blood 2021;138:1917; an archive's own grows from it by the changes of its
 * {@link NomenclatureHistory}.
 */
public final class Nomenclature {
    /** Edges between two classes of different branches: class, lineage, branch, root and down again. */
    public static final int GREATEST_DISTANCE = 6;

    private static final Nomenclature STANDARD = NomenclatureFile.read("marrow-1");

    private final String version;
    private final Map<String, CellClass> classes;
    private final ClassTree tree;

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
        this.tree = ClassTree.of(byCode);
    }

    private Nomenclature(String version, ClassTree tree) {
        this.version = version;
        this.tree = tree;
        Map<String, CellClass> byCode = new LinkedHashMap<>();
        tree.listed().forEach(one -> byCode.put(one.code(), one));
        this.classes = Collections.unmodifiableMap(byCode);
    }

    /** The 21 classes of the published marrow collection. */
    public static Nomenclature standard() {
        return STANDARD;
    }

    /**
     * The nomenclature after a change.
     *
     * @param newVersion the name that says which list that is
     * @throws MedullaException USER when the change cannot be made, with what stands in its way
     */
    Nomenclature changed(NomenclatureChange change, String newVersion) {
        return new Nomenclature(newVersion, Growth.apply(this, change));
    }

    ClassTree tree() {
        return tree;
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

    /** Some codes in the order of this nomenclature, those that it does not list after them in alphabetical order; each once. */
    public List<String> inOrder(Collection<String> codes) {
        Set<String> wanted = new TreeSet<>(codes);
        List<String> ordered = new ArrayList<>(
                classes.keySet().stream().filter(wanted::contains).toList());
        wanted.stream().filter(code -> !classes.containsKey(code)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /** The class with a code, if it is listed. */
    public Optional<CellClass> find(String code) {
        return Optional.ofNullable(classes.get(code));
    }

    /** The class with a code as it is or was listed, also one that was merged into another. */
    public Optional<CellClass> known(String code) {
        return find(code).or(() -> Optional.ofNullable(tree.definitions().get(code)));
    }

    /** The codes that were merged into others, with the class that cells of each are of now; sorted. */
    public SortedMap<String, String> merged() {
        SortedMap<String, String> merged = new TreeMap<>();
        tree.mergedInto().keySet().forEach(code -> merged.put(code, tree.current(code)));
        return merged;
    }

    /** The class that cells of a class are of now: itself, or what it was merged into; an unknown code stands for itself. */
    public String current(String code) {
        return tree.current(code);
    }

    /** The group that a class is a part of, since that was split. */
    public Optional<String> group(String code) {
        return tree.group(code);
    }

    /** The classes that a class was split into, in their order; none for one that is no group. */
    public List<String> parts(String code) {
        return tree.parts(code);
    }

    /**
     * The class with a code.
     *
     * @throws MedullaException USER when it is not listed, with what it was merged into or the nearest code
     */
    public CellClass of(String code) {
        CellClass found = classes.get(code);
        if (found == null) {
            if (tree.definitions().containsKey(code)) {
                throw MedullaException.user("The cell class " + code + " was merged into " + current(code) + "; write "
                        + current(code) + ".");
            }
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
     * 4 within a branch, {@value #GREATEST_DISTANCE} otherwise. A class that was split and
     * its parts in its lineage are 1 apart.
     */
    public int treeDistance(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        Lineage a = of(left).lineage();
        Lineage b = of(right).lineage();
        if (a == b) {
            return tree.outermost(left).equals(tree.outermost(right)) ? 1 : 2;
        }
        return a.branch() == b.branch() ? 4 : GREATEST_DISTANCE;
    }
}
