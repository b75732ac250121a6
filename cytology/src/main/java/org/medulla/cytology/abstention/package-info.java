/**
 * When a classifier should rather not be believed: sets of classes that hold the right one as often as stated, a scale that says
 * how odd a cell is, and the limit beyond which a cell is left to a person. Read {@link
 * org.medulla.cytology.abstention.ConformalSets} first.
 */
@NullMarked
package org.medulla.cytology.abstention;

import org.jspecify.annotations.NullMarked;
