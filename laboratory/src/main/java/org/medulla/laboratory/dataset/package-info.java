/**
 * Divides a dataset version of the archive into folds. Read {@link org.medulla.laboratory.dataset.Splitting} first.
 */
@NullMarked
package org.medulla.laboratory.dataset;

import org.jspecify.annotations.NullMarked;
