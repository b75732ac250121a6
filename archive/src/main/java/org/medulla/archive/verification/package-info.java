/**
 * Whether everything is still as it was written: blobs, files left in place, rows and the audit log. Read {@link
 * org.medulla.archive.verification.Verifier} first.
 */
@NullMarked
package org.medulla.archive.verification;

import org.jspecify.annotations.NullMarked;
