/**
 * The log of everything that was written, chained by digests so that a changed or missing row shows. Read {@link
 * org.medulla.archive.audit.Facts} first: every write goes through it.
 */
@NullMarked
package org.medulla.archive.audit;

import org.jspecify.annotations.NullMarked;
