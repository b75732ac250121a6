package org.medulla.archive.intake;

import java.nio.file.Path;

/**
 * What is imported, and how; an unfinished import with the same plan is resumed.
 *
 * @param source the name of the source; also the reader of its labels where no other is named
 * @param root the folder or manifest, absolute and normalised
 * @param layout the name of the layout that finds the files
 * @param inPlace whether files stay where they are, known by path and digest, instead of being copied into the home
 */
public record ImportPlan(String source, Path root, String layout, boolean inPlace) {
    public ImportPlan {
        if (source.isBlank()) {
            throw new IllegalArgumentException("A source needs a name");
        }
        root = root.toAbsolutePath().normalize();
    }
}
