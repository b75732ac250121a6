package org.medulla.cytology.nomenclature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medulla.cytology.job.MedullaException;

/** Applies a change to a tree of classes, or refuses it with what stands in its way. */
final class Growth {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,11}");
    private static final Pattern NAME = Pattern.compile("[^,|\\[\\]\"\\p{Cntrl}]{2,80}");

    private final Nomenclature before;
    private final Map<String, CellClass> definitions;
    private final Map<String, String> mergedInto;
    private final Map<String, String> groups;

    private Growth(Nomenclature before) {
        this.before = before;
        ClassTree tree = before.tree();
        this.definitions = new LinkedHashMap<>(tree.definitions());
        this.mergedInto = new HashMap<>(tree.mergedInto());
        this.groups = new HashMap<>(tree.groups());
    }

    /**
     * The tree after a change.
     *
     * @throws MedullaException USER when the change cannot be made
     */
    static ClassTree apply(Nomenclature before, NomenclatureChange change) {
        Growth growth = new Growth(before);
        switch (change) {
            case NomenclatureChange.Added added -> growth.add(added.cellClass());
            case NomenclatureChange.Split split -> growth.split(split);
            case NomenclatureChange.Merged merged -> growth.merge(merged);
            case NomenclatureChange.Renamed renamed -> growth.rename(renamed);
        }
        return new ClassTree(growth.definitions, growth.mergedInto, growth.groups);
    }

    private void add(CellClass added) {
        define(added, lastOf(added.lineage()));
    }

    private void split(NomenclatureChange.Split split) {
        String code = before.of(split.code()).code();
        requireTwo(split.into(), "A class is split into");
        boolean staysOne = split.into().contains(code);
        if (staysOne && !split.defined().isEmpty()) {
            throw MedullaException.user(
                    "The class " + code + " cannot be a part of itself beside a new one: add the new"
                            + " class instead, or split " + code + " into others.");
        }
        String after = code;
        for (String part : split.into()) {
            Optional<CellClass> definition = definitionOf(part, split.defined());
            if (part.equals(code)) {
                continue;
            }
            if (definition.isPresent()) {
                define(definition.get(), Optional.of(after));
            } else if (code.equals(mergedInto.get(part))) {
                mergedInto.remove(part);
            } else {
                throw MedullaException.user(
                        before.tree().definitions().containsKey(part)
                                ? "The class " + part + " cannot be a part of " + code
                                        + ": it is none that was merged into " + code
                                        + " itself. Name new codes, or such ones."
                                : "The part " + part + " of " + code + " is not described: give it a name.");
            }
            if (staysOne) {
                copyGroup(code, part);
            } else {
                groups.put(part, code);
            }
            after = part;
        }
        requireUsed(split.defined(), split.into());
    }

    private void merge(NomenclatureChange.Merged merged) {
        String into = merged.code();
        Set<String> gone = new HashSet<>(merged.codes());
        if (gone.size() < merged.codes().size()) {
            throw MedullaException.user("A class is named twice among " + merged.codes() + ": name each once.");
        }
        merged.codes().forEach(before::of);
        gone.remove(into);
        if (gone.isEmpty()) {
            throw MedullaException.user(
                    "The class " + into + " cannot be merged into itself: name another one as well.");
        }
        for (String code : gone) {
            List<String> left = before.parts(code).stream()
                    .filter(part -> !gone.contains(part) && !part.equals(into))
                    .toList();
            if (!left.isEmpty()) {
                throw MedullaException.user("The class " + code + " is a group of " + String.join(", ", left)
                        + ": merge those as well, or first into " + code + ".");
            }
        }
        requireUsed(merged.defined(), List.of(into));
        if (merged.definition().isPresent()) {
            define(merged.definition().get(), lastOf(gone));
            commonGroup(gone).ifPresent(group -> groups.put(into, group));
        } else {
            before.of(into);
            Optional<String> outer = outside(gone, before.group(into));
            outer.ifPresentOrElse(group -> groups.put(into, group), () -> groups.remove(into));
        }
        for (String code : gone) {
            mergedInto.put(code, into);
            groups.remove(code);
        }
    }

    private void rename(NomenclatureChange.Renamed renamed) {
        CellClass found = before.of(renamed.code());
        requireName(renamed.name(), found.code());
        definitions.computeIfPresent(found.code(), (code, definition) -> definition.named(renamed.name()));
    }

    private void define(CellClass added, Optional<String> after) {
        if (!CODE.matcher(added.code()).matches()) {
            throw MedullaException.user("\"" + added.code()
                    + "\" is no code for a class: take two to twelve capital letters and digits, a letter first.");
        }
        if (definitions.containsKey(added.code())) {
            String now = before.current(added.code());
            throw MedullaException.user("The code " + added.code() + " is taken: it stands for \""
                    + before.known(added.code()).map(CellClass::name).orElse(added.code()) + "\""
                    + (now.equals(added.code()) ? "" : ", which was merged into " + now)
                    + ", and a code never changes its meaning. Choose another one.");
        }
        requireName(added.name(), added.code());
        added.toleratedAs().forEach(before::of);
        List<CellClass> order = new ArrayList<>(definitions.values());
        int place = after.map(code -> new ArrayList<>(definitions.keySet()).indexOf(code) + 1)
                .orElse(order.size());
        order.add(place, added);
        definitions.clear();
        order.forEach(one -> definitions.put(one.code(), one));
    }

    private void requireName(String name, String code) {
        if (!NAME.matcher(name).matches()) {
            throw MedullaException.user("\"" + name + "\" is no name for a class: take 2 to 80 letters without commas,"
                    + " bars, brackets or quotation marks.");
        }
        for (CellClass other : definitions.values()) {
            if (!other.code().equals(code)
                    && (lower(other.name()).equals(lower(name))
                            || lower(other.code()).equals(lower(name)))) {
                throw MedullaException.user("The name \"" + name + "\" is that of the class " + other.code()
                        + " already: give " + code + " another one.");
            }
        }
    }

    private static void requireTwo(List<String> codes, String words) {
        if (codes.size() < 2 || Set.copyOf(codes).size() < codes.size()) {
            throw MedullaException.user(words + " two different classes at least, not " + codes + ".");
        }
    }

    private static void requireUsed(List<CellClass> defined, List<String> used) {
        for (CellClass one : defined) {
            if (!used.contains(one.code())) {
                throw MedullaException.user("The class " + one.code() + " is described, but not one of " + used + ".");
            }
        }
    }

    private void copyGroup(String from, String to) {
        before.group(from).ifPresentOrElse(group -> groups.put(to, group), () -> groups.remove(to));
    }

    /** The group of all of some classes, if it is the same and stays. */
    private Optional<String> commonGroup(Set<String> codes) {
        Set<Optional<String>> each = new HashSet<>();
        codes.forEach(code -> each.add(outside(codes, before.group(code))));
        return each.size() == 1 ? each.iterator().next() : Optional.empty();
    }

    /** The first group from here up that is not among those that go. */
    private Optional<String> outside(Set<String> gone, Optional<String> group) {
        Optional<String> outer = group;
        while (outer.filter(gone::contains).isPresent()) {
            outer = before.group(outer.get());
        }
        return outer;
    }

    private Optional<String> lastOf(Lineage lineage) {
        return definitions.values().stream()
                .filter(one -> one.lineage().compareTo(lineage) <= 0)
                .map(CellClass::code)
                .reduce((first, second) -> second);
    }

    private Optional<String> lastOf(Set<String> codes) {
        return definitions.keySet().stream().filter(codes::contains).reduce((first, second) -> second);
    }

    private static Optional<CellClass> definitionOf(String code, List<CellClass> defined) {
        return defined.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
