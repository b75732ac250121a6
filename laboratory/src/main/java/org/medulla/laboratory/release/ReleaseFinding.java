package org.medulla.laboratory.release;

/**
 * Something that is not as it should be in a copy of a release.
 *
 * @param file the file
 * @param words what is wrong with it
 */
public record ReleaseFinding(String file, String words) {}
