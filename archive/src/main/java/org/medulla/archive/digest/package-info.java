/**
 * How a thing is known to be unchanged: SHA-256 of bytes, of files and of database rows in a canonical form. Read {@link
 * org.medulla.archive.digest.Digest} first.
 */
@NullMarked
package org.medulla.archive.digest;

import org.jspecify.annotations.NullMarked;
