package org.medulla.cytology.nomenclature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every class that a nomenclature ever had, which were merged into which, and which are parts of which group. Each leads to a class
 * that is there now, and no class is a part of itself, however far up.
 *
 * @param definitions the classes as they were defined, by code, in the order in which they are shown
 * @param mergedInto the class that each merged one became at that time, by code
 * @param groups the group that each part belongs to, both of them there now
 */
record ClassTree(Map<String, CellClass> definitions, Map<String, String> mergedInto, Map<String, String> groups) {
    ClassTree {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        mergedInto = Map.copyOf(mergedInto);
        groups = Map.copyOf(groups);
    }

    /** Classes of which none was merged or split. */
    static ClassTree of(Map<String, CellClass> classes) {
        return new ClassTree(classes, Map.of(), Map.of());
    }

    /** Whether a code belongs to a class that is there now. */
    boolean isListed(String code) {
        return definitions.containsKey(code) && !mergedInto.containsKey(code);
    }

    /** The class that cells of a class are of now; a code that was never there stands for itself. */
    String current(String code) {
        String now = code;
        for (String next = mergedInto.get(now); next != null; next = mergedInto.get(now)) {
            now = next;
        }
        return now;
    }

    /** The group that a class is part of. */
    Optional<String> group(String code) {
        return Optional.ofNullable(groups.get(code));
    }

    /** The outermost group that a class is part of, itself where it is part of none. */
    String outermost(String code) {
        String top = code;
        for (String next = groups.get(top); next != null; next = groups.get(top)) {
            top = next;
        }
        return top;
    }

    /** The classes of a group, in their order. */
    List<String> parts(String code) {
        return definitions.keySet().stream()
                .filter(part -> code.equals(groups.get(part)))
                .toList();
    }

    /**
     * The classes that are there now. Readers forgive confusion with whatever they forgave before the merges, and between a group
     * and its parts, of which the group only says less.
     */
    List<CellClass> listed() {
        Map<String, Set<String>> tolerated = new HashMap<>();
        for (CellClass one : definitions.values()) {
            for (String neighbour : one.toleratedAs()) {
                forgive(tolerated, current(one.code()), current(neighbour));
            }
        }
        groups.keySet().forEach(part -> {
            for (Optional<String> group = group(part); group.isPresent(); group = group(group.get())) {
                forgive(tolerated, part, group.get());
            }
        });
        List<CellClass> listed = new ArrayList<>();
        for (CellClass one : definitions.values()) {
            if (isListed(one.code())) {
                listed.add(one.tolerating(tolerated.getOrDefault(one.code(), Set.of())));
            }
        }
        return listed;
    }

    private static void forgive(Map<String, Set<String>> tolerated, String left, String right) {
        if (!left.equals(right)) {
            tolerated.computeIfAbsent(left, code -> new LinkedHashSet<>()).add(right);
            tolerated.computeIfAbsent(right, code -> new LinkedHashSet<>()).add(left);
        }
    }
}
