/**
 * The use cases that join the archive and vision: one package each, from intake to the differential count. Read {@link
 * org.medulla.laboratory.intake} first; nothing here knows a terminal or HTTP.
 */
@NullMarked
package org.medulla.laboratory;

import org.jspecify.annotations.NullMarked;
