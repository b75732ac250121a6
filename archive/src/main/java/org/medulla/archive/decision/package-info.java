/**
 * What was decided of cells: from several readings, by an adjudicator, or because classes were merged. Read {@link
 * org.medulla.archive.decision.Decisions} first.
 */
@NullMarked
package org.medulla.archive.decision;

import org.jspecify.annotations.NullMarked;
