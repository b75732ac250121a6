/**
 * Dataset versions, which never change, and the splits of them into folds. Read {@link org.medulla.archive.dataset.Datasets}
 * first.
 */
@NullMarked
package org.medulla.archive.dataset;

import org.jspecify.annotations.NullMarked;
