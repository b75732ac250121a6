/** What models gave cells: classes, and the embeddings by which they compare them. Read {@link org.medulla.archive.prediction.Predictions} first. */
@NullMarked
package org.medulla.archive.prediction;

import org.jspecify.annotations.NullMarked;
