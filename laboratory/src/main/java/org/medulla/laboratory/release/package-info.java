/**
 * Releases: a dataset version written so that a researcher can cite it and a program can read it, checked wherever a copy lies,
 * and brought back into an archive. Read {@link org.medulla.laboratory.release.ReleaseWriter} first.
 */
@NullMarked
package org.medulla.laboratory.release;

import org.jspecify.annotations.NullMarked;
