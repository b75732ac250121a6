/**
 * Corrections of labels as a small file that anyone can apply to a copy of the same images, and take back. Read {@link
 * org.medulla.archive.patch.LabelPatch} first.
 */
@NullMarked
package org.medulla.archive.patch;

import org.jspecify.annotations.NullMarked;
