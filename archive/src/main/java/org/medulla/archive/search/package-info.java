/**
 * Finding cells by any combination of what is known of them: a small language for people and scripts, and an index in memory that
 * answers with pages and with counts by facet. Read {@link org.medulla.archive.search.CellSearch} first.
 */
@NullMarked
package org.medulla.archive.search;

import org.jspecify.annotations.NullMarked;
