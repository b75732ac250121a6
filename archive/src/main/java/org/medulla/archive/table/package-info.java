/** CSV files that people write, read with errors that name the file, the line and the column. */
@NullMarked
package org.medulla.archive.table;

import org.jspecify.annotations.NullMarked;
