/**
 * Finds what in a contributed image file could tell who the patient is, and copies a file without it. Read {@link
 * org.medulla.vision.deidentification.FileInspector} first; then {@link
 * org.medulla.vision.deidentification.IdentifyingText} for paths and columns, {@link
 * org.medulla.vision.deidentification.BurntInText} for pixels and {@link
 * org.medulla.vision.deidentification.CleanCopy} for the copy.
 */
@NullMarked
package org.medulla.vision.deidentification;

import org.jspecify.annotations.NullMarked;
