/**
 * How labelled images lie in folders and lists: finds each file with its class and what else is known of the cell, without
 * opening it. Read {@link org.medulla.archive.layout.Layouts} first.
 */
@NullMarked
package org.medulla.archive.layout;

import org.jspecify.annotations.NullMarked;
