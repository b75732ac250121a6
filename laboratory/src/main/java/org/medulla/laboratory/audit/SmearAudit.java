package org.medulla.laboratory.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.archive.Archive;
import org.medulla.archive.cell.CellId;
import org.medulla.archive.dataset.FrozenCell;
import org.medulla.cytology.job.Progress;
import org.medulla.laboratory.smear.PseudoSmears;

/** Shows the pseudo-smears of a dataset: how large they are, which classes they hold and how far the two hang together. */
public final class SmearAudit {
    private final Archive archive;

    /** Audits datasets of an archive. */
    public SmearAudit(Archive archive) {
        this.archive = archive;
    }

    /**
     * Groups the cells of a dataset.
     *
     * @param count how many groups, where a person chose
     */
    public Audited ofDataset(String name, OptionalInt count, Progress progress) {
        List<FrozenCell> cells = archive.datasets().cells(archive.datasets().get(name));
        PseudoSmears smears =
                PseudoSmears.of(archive, cells.stream().map(FrozenCell::cell).toList(), count, progress);
        Map<CellId, FrozenCell> byId = new HashMap<>();
        cells.forEach(cell -> byId.put(cell.cell(), cell));
        List<Group> groups = new ArrayList<>();
        smears.members().forEach((number, members) -> {
            SortedMap<String, Integer> classes = new TreeMap<>();
            SortedMap<String, Integer> sources = new TreeMap<>();
            for (CellId member : members) {
                FrozenCell cell = byId.get(member);
                if (cell != null) {
                    classes.merge(cell.classCode(), 1, Integer::sum);
                    sources.merge(cell.source(), 1, Integer::sum);
                }
            }
            groups.add(new Group(number, members, classes, sources));
        });
        return new Audited(name, smears, groups);
    }

    /**
     * A pseudo-smear.
     *
     * @param number its number, from 1
     * @param cells its cells
     * @param classes how many of each class
     * @param sources how many from each source
     */
    public record Group(
            int number, List<CellId> cells, SortedMap<String, Integer> classes, SortedMap<String, Integer> sources) {
        public Group {
            cells = List.copyOf(cells);
        }

        /** Its classes, the most frequent first: "NGS 40 %, LYT 22 %". */
        public String classMix() {
            return mix(classes);
        }

        /** Its sources, the most frequent first. */
        public String sourceMix() {
            return mix(sources);
        }

        private String mix(SortedMap<String, Integer> counts) {
            return counts.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue()))
                    .limit(5)
                    .map(entry -> entry.getKey() + " " + Math.round(100.0 * entry.getValue() / cells.size()) + " %")
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }

    /**
     * What an audit found.
     *
     * @param dataset the dataset
     * @param smears the grouping
     * @param groups the groups, the largest first
     */
    public record Audited(String dataset, PseudoSmears smears, List<Group> groups) {
        public Audited {
            groups = List.copyOf(groups);
        }

        /**
         * How well a class could be told from the pseudo-smear alone: the share of cells that are of the most frequent class of theirs. Where it is far above
         * {@link #mostFrequentClass}, smears and classes hang together, and a split by one also parts the other.
         */
        public double classToldBySmear() {
            return (double) groups.stream()
                            .mapToInt(group -> group.classes().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .max()
                                    .orElse(0))
                            .sum()
                    / smears.groups().size();
        }

        /** The share of the most frequent class. */
        public double mostFrequentClass() {
            Map<String, Integer> all = new HashMap<>();
            groups.forEach(group -> group.classes().forEach((code, cells) -> all.merge(code, cells, Integer::sum)));
            return (double) all.values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0)
                    / smears.groups().size();
        }
    }
}
