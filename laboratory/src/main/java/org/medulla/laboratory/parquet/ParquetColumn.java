package org.medulla.laboratory.parquet;

import java.util.List;

/**
 * A column of a table. Every value may be absent: data set libraries know a column by its type only where it allows that.
 *
 * @param path its name, or {@code group.name} for a member of a group; members of a group stand next to one another
 * @param type the type of its values
 */
public record ParquetColumn(String path, ParquetType type) {
    public ParquetColumn {
        if (path.isEmpty() || parts(path).size() > 2) {
            throw new IllegalArgumentException("Not a column that is written here: " + path);
        }
    }

    /** The names on the way to the column. */
    List<String> parts() {
        return parts(path);
    }

    /** The definition level of a value that is there: one for each name on the way. */
    int depth() {
        return parts().size();
    }

    private static List<String> parts(String path) {
        return List.of(path.split("\\.", -1));
    }
}
