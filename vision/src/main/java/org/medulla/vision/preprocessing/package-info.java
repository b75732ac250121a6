/**
 * What happens to a cell's picture before a network sees it, the same in training, evaluation and every later use. Read {@link
 * org.medulla.vision.preprocessing.Preprocessing} first.
 */
@NullMarked
package org.medulla.vision.preprocessing;

import org.jspecify.annotations.NullMarked;
