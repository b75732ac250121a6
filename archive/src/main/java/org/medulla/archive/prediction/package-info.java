/** What models gave cells. Read {@link org.medulla.archive.prediction.Predictions} first. */
@NullMarked
package org.medulla.archive.prediction;

import org.jspecify.annotations.NullMarked;
