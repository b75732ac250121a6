package org.medulla.laboratory.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.medulla.cytology.nomenclature.CellClass;
import org.medulla.cytology.nomenclature.Nomenclature;
import org.medulla.cytology.nomenclature.NomenclatureChange;
import org.medulla.cytology.nomenclature.NomenclatureHistory;

/**
 * By which classes a model's answers are compared with the classes of cells, when the nomenclature grew between the two: by those
 * of the later one. Of classes that were merged since, a model's probabilities are added. What cannot be compared is said.
 */
final class ClassComparison {
    private final Nomenclature nomenclature;
    private final List<String> ofModel;
    private final List<String> classes;
    private final List<String> remarks;

    private ClassComparison(Nomenclature nomenclature, List<String> ofModel, List<String> remarks) {
        this.nomenclature = nomenclature;
        this.ofModel = List.copyOf(ofModel);
        this.classes = List.copyOf(
                new LinkedHashSet<>(ofModel.stream().map(nomenclature::current).toList()));
        this.remarks = List.copyOf(remarks);
    }

    /** Cells named by the very nomenclature of the model, as far as is known. */
    static ClassComparison asTheModelHasIt(Nomenclature ofModel, List<String> classes) {
        return new ClassComparison(ofModel, classes, List.of());
    }

    /**
     * Compares within a home.
     *
     * @param history how the nomenclature of the home grew
     * @param ofCells the one that the cells were named by
     * @param codes the classes of the cells
     * @param ofModel the one that the model's classes come from, which may be of another home
     * @param classes the classes of the model
     */
    static ClassComparison of(
            NomenclatureHistory history,
            Nomenclature ofCells,
            Collection<String> codes,
            Nomenclature ofModel,
            List<String> classes) {
        Nomenclature later = later(history, ofCells, ofModel);
        List<String> foreign =
                classes.stream().filter(code -> later.known(code).isEmpty()).toList();
        ClassComparison comparison =
                new ClassComparison(withForeign(history, later, ofModel, foreign), classes, List.of());
        return new ClassComparison(
                comparison.nomenclature, classes, remarks(comparison, ofModel, new TreeSet<>(codes), foreign));
    }

    private static Nomenclature later(NomenclatureHistory history, Nomenclature ofCells, Nomenclature ofModel) {
        int cells = history.number(ofCells.version()).orElse(history.changes().size());
        int model = history.number(ofModel.version()).orElse(history.changes().size());
        return history.after(Math.max(cells, model));
    }

    /** With the classes of a model from another home that this one never had. */
    private static Nomenclature withForeign(
            NomenclatureHistory history, Nomenclature nomenclature, Nomenclature ofModel, List<String> foreign) {
        if (foreign.isEmpty()) {
            return nomenclature;
        }
        NomenclatureHistory grown = NomenclatureHistory.of(history.changes()
                .subList(0, history.number(nomenclature.version()).orElseThrow()));
        for (String code : foreign) {
            CellClass described = ofModel.of(code).tolerating(Set.of());
            grown = grown.with(new NomenclatureChange.Added(described));
        }
        return grown.current();
    }

    private static List<String> remarks(
            ClassComparison comparison, Nomenclature ofModel, Set<String> codes, List<String> foreign) {
        Nomenclature now = comparison.nomenclature;
        List<String> remarks = new ArrayList<>();
        Map<String, Set<String>> merged = new TreeMap<>();
        Set<String> both = new TreeSet<>(comparison.ofModel);
        both.addAll(codes);
        for (String code : both) {
            if (!now.current(code).equals(code)) {
                merged.computeIfAbsent(now.current(code), into -> new TreeSet<>())
                        .add(code);
            }
        }
        merged.forEach((into, gone) ->
                remarks.add(String.join(", ", gone) + (gone.size() == 1 ? " was" : " were") + " merged into " + into
                        + ": " + "their cells and the model's probabilities of them count for " + into + "."));
        for (String code : comparison.classes) {
            List<String> parts =
                    now.parts(code).stream().filter(codes::contains).toList();
            if (!parts.isEmpty() && !comparison.classes.containsAll(parts)) {
                remarks.add(
                        "The model says " + code + ", which was split into " + String.join(", ", now.parts(code))
                                + ": its answers for those cells cannot be right strictly, and are forgiven in tolerant figures.");
            }
        }
        Set<String> younger = new TreeSet<>(codes);
        younger.removeIf(code -> comparison.classes.contains(now.current(code))
                || ofModel.known(code).isPresent());
        if (!younger.isEmpty()) {
            remarks.add("Of " + String.join(", ", younger) + " the model's nomenclature (" + ofModel.version()
                    + ") knew nothing: these classes cannot be compared, and their cells count as wrong.");
        }
        if (!foreign.isEmpty()) {
            remarks.add("The model's " + String.join(", ", foreign)
                    + " are classes that this home does not have: no cell can be of them.");
        }
        return remarks;
    }

    /** The nomenclature in which figures are computed. */
    Nomenclature nomenclature() {
        return nomenclature;
    }

    /** The classes that the model can name, each once. */
    List<String> classes() {
        return classes;
    }

    /** Sentences that a reader of the figures must know. */
    List<String> remarks() {
        return remarks;
    }

    /** The class that counts for one that a cell was given, or that a model said. */
    String current(String code) {
        return nomenclature.current(code);
    }

    /** A model's probabilities by {@link #classes()}. */
    float[] fold(float[] probabilities) {
        if (classes.size() == ofModel.size()) {
            return probabilities;
        }
        float[] folded = new float[classes.size()];
        for (int place = 0; place < probabilities.length; place++) {
            int target = classes.indexOf(current(ofModel.get(place)));
            folded[target] = Math.min(1, folded[target] + probabilities[place]);
        }
        return folded;
    }
}
