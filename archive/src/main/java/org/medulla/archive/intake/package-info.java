/**
 * The way into the archive: an import that can be killed at any moment and run again. Read {@link
 * org.medulla.archive.intake.Intake} first.
 */
@NullMarked
package org.medulla.archive.intake;

import org.jspecify.annotations.NullMarked;
