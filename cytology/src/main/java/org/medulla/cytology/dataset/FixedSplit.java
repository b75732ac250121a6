package org.medulla.cytology.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.medulla.cytology.job.MedullaException;

/**
 * A test part that somebody else fixed: a CSV file whose first line names a column {@code file}, then a line per cell. The cells
 * listed are fold 0, all others fold 1.
 *
 * @param title where the list came from
 * @param fileNames the names listed, in their order
 */
public record FixedSplit(String title, List<String> fileNames) {
    public FixedSplit {
        fileNames = List.copyOf(fileNames);
    }

    /**
     * What came of a list.
     *
     * @param split fold 0 the cells listed, fold 1 the others
     * @param missing names that are listed and not in the dataset
     */
    public record Result(Split split, List<String> missing) {
        public Result {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Reads a list.
     *
     * @throws MedullaException USER when it has no column {@code file} or names a file twice, RESOURCES when it cannot be read
     */
    public static FixedSplit read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw MedullaException.resources("The list " + file + " cannot be read; check its name and rights.", e);
        }
        List<String> header =
                lines.isEmpty() ? List.of() : List.of(lines.getFirst().strip().split("\\s*,\\s*"));
        int column = header.indexOf("file");
        if (column < 0) {
            throw MedullaException.user("The list " + file
                    + " has no column \"file\" in its first line; put the column names there, as in: file,class.");
        }
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] parts = lines.get(i).split(",", -1);
            if (parts.length <= column || parts[column].isBlank()) {
                throw MedullaException.user(
                        "Line " + (i + 1) + " of the list " + file + " names no file; mend or remove it.");
            }
            String name = parts[column].strip();
            name = name.substring(name.lastIndexOf('/') + 1);
            Integer before = names.put(name, i + 1);
            if (before != null) {
                throw MedullaException.user("The list " + file + " names " + name + " in line " + before
                        + " and again in line " + (i + 1) + "; keep one of them.");
            }
        }
        return new FixedSplit(file.toString(), new ArrayList<>(names.keySet()));
    }

    /**
     * Finds the cells of a dataset in the list.
     *
     * @throws MedullaException USER when none of them is listed
     */
    public Result apply(List<DatasetItem> items) {
        Set<String> listed = new HashSet<>(fileNames);
        Set<String> found = new HashSet<>();
        SortedMap<String, Integer> folds = new TreeMap<>();
        for (DatasetItem item : items) {
            boolean test = listed.contains(item.fileName());
            if (test) {
                found.add(item.fileName());
            }
            folds.put(item.digest(), test ? 0 : 1);
        }
        if (found.isEmpty()) {
            throw MedullaException.user("None of the " + fileNames.size() + " files that " + title
                    + " lists is in the dataset; check that both come from the same collection.");
        }
        List<String> missing =
                fileNames.stream().filter(name -> !found.contains(name)).toList();
        return new Result(new Split(new SplitPlan(2, 0, SplitUnit.FIXED), folds), missing);
    }
}
