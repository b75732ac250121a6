/**
 * What every piece of work shares, whichever module does it: the one coded error and the seam through which a long job
 * reports how far it is. Read {@link org.medulla.cytology.job.MedullaException} first.
 */
@NullMarked
package org.medulla.cytology.job;

import org.jspecify.annotations.NullMarked;
