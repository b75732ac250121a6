/**
 * Tar archives with nothing in them that changes from run to run: files in the order given, no times, no owners. Read {@link
 * org.medulla.laboratory.tar.TarWriter} first.
 */
@NullMarked
package org.medulla.laboratory.tar;

import org.jspecify.annotations.NullMarked;
