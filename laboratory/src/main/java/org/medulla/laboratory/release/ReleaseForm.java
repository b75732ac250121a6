package org.medulla.laboratory.release;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the images of a release lie. */
public enum ReleaseForm {
    /** As files, {@code images/<CODE>/<0001-1000>/<CODE>_00001.jpg}. */
    FOLDER,
    /** In tar shards as WebDataset reads them: {@code KEY.jpg}, {@code KEY.json}, {@code KEY.cls}. */
    TAR,
    /** In Parquet files, a row for each cell, with the image in it. */
    PARQUET;

    /** The word on the command line: "folder". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form with that word. */
    static Optional<ReleaseForm> ofWord(String word) {
        return Stream.of(values()).filter(form -> form.word().equals(word)).findFirst();
    }
}
