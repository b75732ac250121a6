/**
 * Counts the cells of a smear by the classes that a model gives them. Read {@link org.medulla.laboratory.counting.SmearCount}
 * first.
 */
@NullMarked
package org.medulla.laboratory.counting;

import org.jspecify.annotations.NullMarked;
