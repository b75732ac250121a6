package org.medulla.cytology.nomenclature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One step in which a nomenclature grows. No step takes a code away: what cells were once called can always be understood. */
public sealed interface NomenclatureChange {
    /** The class that the change is about: the one added, split or renamed, or the one that others were merged into. */
    String code();

    /** The classes that are defined by the change, in their order. */
    List<CellClass> defined();

    /** The change as a line that stays the same, from which the version of a nomenclature is made. */
    String canonical();

    /**
     * A class that was not there before.
     *
     * @param cellClass the class, with the neighbours that readers forgive it
     */
    record Added(CellClass cellClass) implements NomenclatureChange {
        @Override
        public String code() {
            return cellClass.code();
        }

        @Override
        public List<CellClass> defined() {
            return List.of(cellClass);
        }

        @Override
        public String canonical() {
            return "added " + cellClass.canonical();
        }
    }

    /**
     * A class becomes a group of several. It keeps its cells until they are read again. A part may be a class that was merged into
     * it, which takes that back; and the class itself, which then is no group but one of the classes that part again.
     *
     * @param code the class that is split
     * @param into the codes of its parts
     * @param defined those of the parts that were not there before
     */
    record Split(String code, List<String> into, List<CellClass> defined) implements NomenclatureChange {
        public Split {
            into = List.copyOf(into);
            defined = List.copyOf(defined);
        }

        /**
         * A split whose new parts are like the class that is split: of its lineage, counted, critical and forgiven as it is.
         *
         * @param names what new parts are called; one that is not named is called like the class, with its code
         */
        public static Split of(Nomenclature nomenclature, String code, List<String> into, Map<String, String> names) {
            CellClass whole = nomenclature.of(code);
            Set<String> neighbours = new LinkedHashSet<>(whole.toleratedAs());
            nomenclature.parts(code).forEach(neighbours::remove);
            List<CellClass> defined = new ArrayList<>();
            for (String part : into) {
                if (nomenclature.known(part).isEmpty()) {
                    defined.add(whole.as(part, names.getOrDefault(part, whole.name() + " " + part))
                            .tolerating(neighbours));
                }
            }
            return new Split(code, into, defined);
        }

        @Override
        public String canonical() {
            return "split " + code + " into " + String.join(",", into) + " " + lines(defined);
        }
    }

    /**
     * Several classes become one: their cells are of it from then on.
     *
     * @param codes the classes that are merged; the one that they become may be among them
     * @param code the class that they become
     * @param definition that class, where it was not there before
     */
    record Merged(List<String> codes, String code, Optional<CellClass> definition) implements NomenclatureChange {
        public Merged {
            codes = List.copyOf(codes);
        }

        /**
         * A merge; a class that is new with it is like the first of those that are merged.
         *
         * @param name what a new class is called; the code where it is not said
         */
        public static Merged of(Nomenclature nomenclature, List<String> codes, String into, Optional<String> name) {
            CellClass first = nomenclature.of(codes.getFirst());
            return new Merged(
                    codes,
                    into,
                    nomenclature.known(into).isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    first.as(into, name.orElse("Class " + into)).tolerating(Set.of())));
        }

        @Override
        public List<CellClass> defined() {
            return definition.map(List::of).orElse(List.of());
        }

        @Override
        public String canonical() {
            return "merged " + String.join(",", codes) + " into " + code + " " + lines(defined());
        }
    }

    /**
     * A class is called otherwise; its code stays.
     *
     * @param code the class
     * @param name what it is called from then on
     */
    record Renamed(String code, String name) implements NomenclatureChange {
        @Override
        public List<CellClass> defined() {
            return List.of();
        }

        @Override
        public String canonical() {
            return "renamed " + code + " " + name;
        }
    }

    private static String lines(List<CellClass> classes) {
        return classes.stream().map(CellClass::canonical).collect(Collectors.joining(" "));
    }
}
