/**
 * Brings image files into the archive: finds them with their classes, decodes each one, keeps the good ones and sets the
 * others aside with the reason. Read {@link org.medulla.laboratory.intake.ImageIntake} first.
 */
@NullMarked
package org.medulla.laboratory.intake;

import org.jspecify.annotations.NullMarked;
