/** Finding what is wrong in a collection. Read {@link org.medulla.laboratory.audit.LabelAudit} first. */
@NullMarked
package org.medulla.laboratory.audit;

import org.jspecify.annotations.NullMarked;
