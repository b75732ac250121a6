package org.medulla.archive.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Long lists in portions of a length that every database takes as the values of one statement. */
public final class Portions {
    private static final int LENGTH = 1_000;

    private Portions() {}

    /** Shows the values, some at a time and none of them twice; nothing when there are none. */
    public static <T> void each(Collection<T> values, Consumer<List<T>> consumer) {
        List<T> all = new ArrayList<>(values);
        for (int from = 0; from < all.size(); from += LENGTH) {
            consumer.accept(all.subList(from, Math.min(from + LENGTH, all.size())));
        }
    }
}
