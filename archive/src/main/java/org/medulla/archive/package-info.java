/**
 * The image database: cells, their classes, dataset versions and models, as facts that are never changed. Read {@link
 * org.medulla.archive.Archive} first; it leads to everything else.
 */
@NullMarked
package org.medulla.archive;

import org.jspecify.annotations.NullMarked;
