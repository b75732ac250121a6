/**
 * Guesses which cells come from one smear, where nobody knows it. Read {@link org.medulla.laboratory.smear.PseudoSmears} first.
 */
@NullMarked
package org.medulla.laboratory.smear;

import org.jspecify.annotations.NullMarked;
