/**
 * How the cells of a dataset are dealt into folds: pure functions from items, plan and seed to a split with its digest. Read
 * {@link org.medulla.cytology.dataset.Splitter} first.
 */
@NullMarked
package org.medulla.cytology.dataset;

import org.jspecify.annotations.NullMarked;
