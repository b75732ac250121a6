/**
 * The cells of the archive and the questions asked about them: pages in any order, counts by class. Read {@link
 * org.medulla.archive.cell.Cells} first.
 */
@NullMarked
package org.medulla.archive.cell;

import org.jspecify.annotations.NullMarked;
