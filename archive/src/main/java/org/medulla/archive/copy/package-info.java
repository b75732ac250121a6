/**
 * From one place to another: the same archive in a home or on servers, a backup, and back. Read {@link
 * org.medulla.archive.copy.ArchiveCopy} first.
 */
@NullMarked
package org.medulla.archive.copy;

import org.jspecify.annotations.NullMarked;
