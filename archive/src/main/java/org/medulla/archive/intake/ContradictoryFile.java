package org.medulla.archive.intake;

import java.nio.file.Path;

/**
 * A file whose bytes were filed under another class before; both annotations are kept, the first stays current.
 *
 * @param path the file that came later
 * @param classCode the class it came with
 * @param firstPath where the same bytes were first
 * @param firstClassCode the class that stays current
 */
public record ContradictoryFile(Path path, String classCode, Path firstPath, String firstClassCode) {}
