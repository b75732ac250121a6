/**
 * Classifies image files with a model: every file gets an answer, the unreadable ones too. Read {@link
 * org.medulla.laboratory.classification.Classification} first.
 */
@NullMarked
package org.medulla.laboratory.classification;

import org.jspecify.annotations.NullMarked;
